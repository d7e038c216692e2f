/** What later versions of the schema added to the first (schema.ts), each as its migration runs it; append only. */

/** What is given and taken: the help ledger, promises, dates, who they are, relations, former jobs. */
export const VERSION_2 = `
ALTER TABLE touchpoint ADD COLUMN help TEXT;           -- gave, asked, got
ALTER TABLE touchpoint ADD COLUMN help_kind TEXT;      -- article, introduction …
ALTER TABLE touchpoint ADD COLUMN occasion TEXT;       -- of a wish: contact_date.id, 'birthday', or 'wish' for nothing in particular
ALTER TABLE touchpoint ADD COLUMN occasion_on TEXT;    -- the day that it was for
ALTER TABLE contact ADD COLUMN introduced_by TEXT;     -- contact.id
ALTER TABLE contact ADD COLUMN birthday_notice INTEGER; -- days; NULL for the setting's
ALTER TABLE contact ADD COLUMN job_since TEXT;         -- the day since when organization and title are known
CREATE TABLE promise (
  id TEXT PRIMARY KEY,
  contact TEXT, text TEXT,
  due_on TEXT,
  theirs INTEGER,              -- 1 where the contact made it
  state TEXT,                  -- open, done, dropped
  made_on TEXT, closed_on TEXT,
  touchpoint TEXT,             -- the one it was made in
  deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_date (
  id TEXT PRIMARY KEY,         -- UUIDv5 of contact and folded label
  contact TEXT, label TEXT,
  date TEXT,                   -- YYYY-MM-DD or --MM-DD
  yearly INTEGER,              -- 1 where it comes again each year
  notice INTEGER,              -- days; NULL for the setting's
  deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_trait (
  id TEXT PRIMARY KEY,         -- UUIDv5 of contact, kind and key of the value (domain/trait.ts)
  contact TEXT,
  kind TEXT,                   -- interest, cause, offers, looks-for
  value TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_job (
  id TEXT PRIMARY KEY,         -- UUIDv5 of contact, folded organization and title, and noted_on
  contact TEXT, organization TEXT, title TEXT,
  noted_on TEXT, until_on TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE relation (
  id TEXT PRIMARY KEY,         -- UUIDv5 of a, kind and b
  a TEXT, kind TEXT, b TEXT,   -- a is kind of b; domain/relation.ts says which of two forms is stored
  deleted INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX touchpoint_help ON touchpoint(help, help_kind, touched_on) WHERE help IS NOT NULL AND deleted IS NULL;
CREATE INDEX touchpoint_occasion ON touchpoint(occasion, occasion_on) WHERE occasion IS NOT NULL;
CREATE INDEX contact_introduced_by ON contact(introduced_by) WHERE introduced_by IS NOT NULL;
-- By month and day; those with a notice of their own apart, see store/occasions.ts.
CREATE INDEX contact_birthday ON contact(substr(birthday, -5)) WHERE birthday IS NOT NULL AND birthday_notice IS NULL;
CREATE INDEX contact_birthday_noticed ON contact(substr(birthday, -5)) WHERE birthday_notice IS NOT NULL;
CREATE INDEX contact_birthday_notice ON contact(birthday_notice) WHERE birthday_notice IS NOT NULL;
CREATE INDEX promise_contact ON promise(contact);
CREATE INDEX promise_due ON promise(due_on, made_on, id) WHERE state = 'open' AND deleted IS NULL;
CREATE INDEX promise_short_id ON promise(substr(id, -6));
CREATE INDEX contact_date_contact ON contact_date(contact);
CREATE INDEX contact_date_day ON contact_date(substr(date, -5)) WHERE deleted IS NULL AND notice IS NULL;
CREATE INDEX contact_date_noticed ON contact_date(substr(date, -5)) WHERE deleted IS NULL AND notice IS NOT NULL;
CREATE INDEX contact_date_notice ON contact_date(notice) WHERE notice IS NOT NULL;
CREATE INDEX contact_trait_contact ON contact_trait(contact);
CREATE INDEX contact_trait_value ON contact_trait(kind, value);
CREATE INDEX contact_job_contact ON contact_job(contact);
CREATE INDEX relation_a ON relation(a);
CREATE INDEX relation_b ON relation(b);

-- Derived: the balance of the help ledger.
ALTER TABLE contact_state ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact_state ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact_state ADD COLUMN received INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact_state ADD COLUMN asks_since_give INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contact_state_balance ON contact_state(contact) WHERE given + asked + received > 0;
CREATE INDEX contact_state_unanswered ON contact_state(contact) WHERE unanswered > 0;
`

/** The habit: goals, freezes of the streak, today's review; and what counts touches by day. */
export const VERSION_3 = `
CREATE TABLE goal (
  id TEXT PRIMARY KEY,         -- UUIDv5 of kind, detail and period
  kind TEXT,                   -- what is counted, see domain/goal-thing.ts
  detail TEXT,                 -- the channel of touches, the kind of help; NULL for any
  target INTEGER, period TEXT, -- day, week, month, quarter, year
  set_on TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE freeze (
  id TEXT PRIMARY KEY,         -- UUIDv5 of both days
  from_on TEXT, to_on TEXT,    -- inclusive
  deleted INTEGER
) STRICT, WITHOUT ROWID;

-- What this device's review of the day has planned and skipped; one row, of no use after its day.
CREATE TABLE review (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  day TEXT NOT NULL, minutes INTEGER NOT NULL,
  items TEXT NOT NULL          -- JSON, see store/review.ts
) STRICT;

-- Both hold all that counting touches asks for, \`deleted\` too: looking at the rows as well would take five times as long.
CREATE INDEX touchpoint_day ON touchpoint(touched_on, kind, channel, direction, help, help_kind, deleted) WHERE deleted IS NULL;
DROP INDEX touchpoint_contact_touchpoint;
CREATE INDEX touchpoint_contact_touchpoint ON touchpoint_contact(touchpoint, contact, deleted);
CREATE INDEX touchpoint_minutes ON touchpoint(channel, touched_on) WHERE minutes IS NOT NULL AND deleted IS NULL;
-- The day a contact is new on, see store/goal-counts.ts.
CREATE INDEX contact_new ON contact(coalesce(met_on, iif(substr(id, 15, 1) = '7', tracked_from, NULL))) WHERE deleted IS NULL;
CREATE INDEX promise_closed ON promise(closed_on) WHERE closed_on IS NOT NULL;

-- Derived: how many touchpoints of whatever kind, and the date of the latest.
ALTER TABLE contact_state ADD COLUMN touchpoints INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact_state ADD COLUMN last_on TEXT;
UPDATE contact_state SET (touchpoints, last_on) = (
  SELECT count(*), max(t.touched_on) FROM touchpoint_contact tc JOIN touchpoint t ON t.id = tc.touchpoint
  WHERE tc.contact = contact_state.contact AND tc.deleted IS NULL AND t.deleted IS NULL);
`

/** Everything in and out: what vCards hold that has no field here, and pairs that only look like one contact. */
export const VERSION_4 = `
CREATE TABLE contact_property (
  id TEXT PRIMARY KEY,         -- UUIDv5 of contact and line
  contact TEXT,
  line TEXT,                   -- a vCard property as an unfolded line of version 3.0
  deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE not_same (
  id TEXT PRIMARY KEY,         -- UUIDv5 of both, the smaller uid first
  a TEXT, b TEXT,              -- contact.id: two contacts that the user said are not one
  deleted INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_property_contact ON contact_property(contact);
-- By the UID that other programs know a contact by.
CREATE INDEX contact_property_uid ON contact_property(line) WHERE line GLOB 'UID:*';
CREATE INDEX contact_merged ON contact(merged_into) WHERE merged_into IS NOT NULL;
`

/** Doors: introductions, events, groups, watched employers, prospects; and under which employers a contact is found. */
export const VERSION_5 = `
ALTER TABLE touchpoint ADD COLUMN event TEXT;          -- event.id
ALTER TABLE touchpoint ADD COLUMN meeting TEXT;        -- meeting.id
ALTER TABLE contact ADD COLUMN prospect_on TEXT;       -- the day since when it is somebody to reach
ALTER TABLE contact ADD COLUMN prospect_dropped_on TEXT; -- the day it was given up, unreached
CREATE TABLE introduction (
  id TEXT PRIMARY KEY,
  a TEXT, b TEXT,              -- contact.id: who is introduced to whom; b is NULL where it is the user
  introducer TEXT,             -- contact.id; NULL for the user
  purpose TEXT, outcome TEXT,
  -- The days of its states; it is in the last that has one.
  offered_on TEXT, agreed_on TEXT, made_on TEXT, met_on TEXT, outcome_on TEXT, declined_on TEXT,
  touchpoint TEXT,             -- the one that was recorded when it was made
  deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  name TEXT, from_on TEXT, to_on TEXT, -- both days inclusive
  place TEXT, goal TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE event_contact (
  id TEXT PRIMARY KEY,         -- UUIDv5 of event and contact
  event TEXT, contact TEXT, deleted INTEGER -- to be met there
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_group (
  id TEXT PRIMARY KEY,         -- UUIDv5 of its folded first name
  name TEXT, kind TEXT, interval TEXT, tracked_from TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE group_member (
  id TEXT PRIMARY KEY,         -- UUIDv5 of group and contact
  contact_group TEXT, contact TEXT, joined_on TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  contact_group TEXT, held_on TEXT, note TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE watch (
  id TEXT PRIMARY KEY,         -- UUIDv5 of the organization's key, see domain/organization-key.ts
  organization TEXT, since TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX introduction_a ON introduction(a);
CREATE INDEX introduction_b ON introduction(b) WHERE b IS NOT NULL;
CREATE INDEX introduction_introducer ON introduction(introducer) WHERE introducer IS NOT NULL;
CREATE INDEX event_day ON event(max(from_on, coalesce(to_on, from_on))) WHERE deleted IS NULL;
CREATE INDEX event_contact_contact ON event_contact(contact);
CREATE INDEX event_contact_event ON event_contact(event);
CREATE INDEX group_member_contact ON group_member(contact);
CREATE INDEX group_member_group ON group_member(contact_group);
CREATE INDEX meeting_group ON meeting(contact_group, held_on);
CREATE INDEX touchpoint_event ON touchpoint(event) WHERE event IS NOT NULL;
CREATE INDEX touchpoint_meeting ON touchpoint(meeting) WHERE meeting IS NOT NULL;
CREATE INDEX contact_prospect ON contact(prospect_on) WHERE prospect_on IS NOT NULL;
CREATE INDEX introduction_short_id ON introduction(substr(id, -6));
CREATE INDEX promise_touchpoint ON promise(touchpoint) WHERE touchpoint IS NOT NULL;
CREATE INDEX contact_location ON contact(location, deleted) WHERE location IS NOT NULL;
CREATE INDEX touchpoint_event_day ON touchpoint(touched_on, event, kind, help, deleted) WHERE event IS NOT NULL AND deleted IS NULL;

-- Derived: the key of the employer, and since when it is known; with the index, all that a search for paths asks of everybody there.
ALTER TABLE contact_state ADD COLUMN employer TEXT;
ALTER TABLE contact_state ADD COLUMN employer_since TEXT;
CREATE INDEX contact_state_employer ON contact_state(employer, employer_since, last_counted_on, plain_due_on, name_key) WHERE employer IS NOT NULL;
`
