/**
 * The schema. Two kinds of tables:
 *
 * Synced tables hold what the user told netkeep. Every row has a text id, every other column may be NULL, nothing is UNIQUE and nothing
 * derived is stored; rows are never deleted but marked (`deleted`). Each insert and update is written to `op` by triggers that are
 * generated from the columns (op-triggers.ts), so a row always equals the fold of its operations.
 *
 * Local tables follow from the synced ones and can be rebuilt at any time (derived.ts).
 */

/** "NTKP": marks a file as netkeep's. */
export const APPLICATION_ID = 0x4e544b50

export const SYNCED_TABLES = [
  'contact',
  'contact_point',
  'contact_alias',
  'contact_tag',
  'circle',
  'touchpoint',
  'touchpoint_contact',
  'setting',
  'promise',
  'contact_date',
  'contact_trait',
  'contact_job',
  'relation',
  'goal',
  'freeze',
  'contact_property',
  'not_same',
  'introduction',
  'event',
  'event_contact',
  'contact_group',
  'group_member',
  'meeting',
  'watch',
] as const
export type SyncedTable = (typeof SYNCED_TABLES)[number]

/** Values of `deleted`: a row the user removed, and one that undo took back (an import may bring that one back). */
export const REMOVED = 1
export const UNDONE = 2

export const VERSION_1 = `
CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  name TEXT, organization TEXT, title TEXT, location TEXT,
  birthday TEXT,               -- YYYY-MM-DD or --MM-DD
  note TEXT,
  met_on TEXT, met_at TEXT,
  circle TEXT,                 -- circle.id
  interval TEXT,               -- its own, '2w'; 'none' for no cadence even in a circle; NULL for the circle's
  paused_on TEXT,
  snoozed_until TEXT, snoozed_on TEXT, snooze_recorded_at TEXT,
  starting INTEGER,            -- 1 where netkeep chose the snooze, as a starting day
  tracked_from TEXT,
  imported TEXT,               -- JSON: the fields as the last import gave them
  deleted INTEGER, merged_into TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_point (
  id TEXT PRIMARY KEY,         -- UUIDv5 of contact, kind and key
  contact TEXT, kind TEXT, value TEXT, label TEXT, preferred INTEGER, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_alias (
  id TEXT PRIMARY KEY,         -- UUIDv5 of contact and folded alias
  contact TEXT, alias TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_tag (
  id TEXT PRIMARY KEY,         -- UUIDv5 of contact and folded tag
  contact TEXT, tag TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE circle (
  id TEXT PRIMARY KEY,         -- UUIDv5 of its folded first name
  name TEXT, interval TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE touchpoint (
  id TEXT PRIMARY KEY,
  touched_on TEXT,
  channel TEXT, direction TEXT,
  kind TEXT,                   -- counted, attempt, light
  minutes INTEGER, place TEXT, note TEXT,
  recorded_at TEXT,            -- the clock of the command that recorded it, comparable with contact.snooze_recorded_at
  deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE touchpoint_contact (
  id TEXT PRIMARY KEY,         -- UUIDv5 of touchpoint and contact
  touchpoint TEXT, contact TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  id TEXT PRIMARY KEY,         -- its name
  value TEXT, deleted INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_circle ON contact(circle);
CREATE INDEX contact_short_id ON contact(substr(id, -6));
CREATE INDEX contact_point_contact ON contact_point(contact);
CREATE INDEX contact_alias_contact ON contact_alias(contact);
CREATE INDEX contact_tag_contact ON contact_tag(contact);
CREATE INDEX contact_tag_tag ON contact_tag(tag, contact);
CREATE INDEX touchpoint_contact_contact ON touchpoint_contact(contact, touchpoint);
CREATE INDEX touchpoint_contact_touchpoint ON touchpoint_contact(touchpoint, contact);

-- One row per insert or update of a synced row, written by triggers.
CREATE TABLE op (
  h TEXT PRIMARY KEY,          -- hybrid logical clock: 12 hex digits of ms, 4 of a counter, '-', device (8), nonce (4)
  t TEXT NOT NULL,             -- table
  r TEXT NOT NULL,             -- row id
  s TEXT NOT NULL,             -- JSON of the changed columns
  v INTEGER NOT NULL           -- schema version that wrote it
) STRICT, WITHOUT ROWID;
CREATE INDEX op_row ON op(r);

-- What this copy of the database knows of itself; one row.
CREATE TABLE replica (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  device TEXT NOT NULL, nonce TEXT NOT NULL,
  host TEXT NOT NULL,          -- fingerprint of the machine: a copy that wakes up elsewhere becomes a device of its own
  clock INTEGER NOT NULL,      -- ms * 65536 + counter of the newest operation
  applying INTEGER NOT NULL,   -- 1 while operations of other devices are applied: the triggers are silent then
  handed_on TEXT,              -- the highest own h that was handed to other devices
  derived_through TEXT NOT NULL -- the highest h that the derived tables have seen
) STRICT;

-- What was typed here; undo, redo and history read it.
CREATE TABLE command (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,          -- do, undo, redo
  typed TEXT NOT NULL,
  at TEXT NOT NULL,            -- ISO 8601 with the local offset
  first_h TEXT NOT NULL, last_h TEXT NOT NULL,
  target INTEGER               -- of an undo or redo: the command it is about
) STRICT;
CREATE INDEX command_target ON command(target);

-- Derived: where each live contact stands, valid on any day until a fact changes.
CREATE TABLE contact_state (
  contact TEXT PRIMARY KEY,
  name_key TEXT NOT NULL,
  last_counted_on TEXT,        -- date of the latest touchpoint that counts, and which one it is
  last_touchpoint TEXT,
  last_note_touchpoint TEXT,   -- the newest touchpoint with a note
  unanswered INTEGER NOT NULL, -- attempts since the last counted touchpoint, and the date of the latest
  last_attempt_on TEXT,
  snoozed_until TEXT,          -- of a snooze that is not over
  anchor_on TEXT, plain_due_on TEXT, due_on TEXT, interval_days INTEGER, rests_until TEXT,
  cold_from TEXT               -- the first day on which it is cold
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_state_lateness ON contact_state(interval_days, due_on, name_key, rests_until) WHERE due_on IS NOT NULL;
CREATE INDEX contact_state_due ON contact_state(due_on) WHERE due_on IS NOT NULL;
CREATE INDEX contact_state_last ON contact_state(last_counted_on);

-- Derived: how many contacts turn cold on each day.
CREATE TABLE due_day (day TEXT PRIMARY KEY, contacts INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER contact_state_insert AFTER INSERT ON contact_state WHEN NEW.cold_from IS NOT NULL BEGIN
  INSERT INTO due_day VALUES (NEW.cold_from, 1) ON CONFLICT (day) DO UPDATE SET contacts = contacts + 1;
END;
CREATE TRIGGER contact_state_update AFTER UPDATE ON contact_state WHEN OLD.cold_from IS NOT NEW.cold_from BEGIN
  UPDATE due_day SET contacts = contacts - 1 WHERE day = OLD.cold_from;
  DELETE FROM due_day WHERE day = OLD.cold_from AND contacts = 0;
  INSERT INTO due_day SELECT NEW.cold_from, 1 WHERE NEW.cold_from IS NOT NULL
    ON CONFLICT (day) DO UPDATE SET contacts = contacts + 1;
END;
CREATE TRIGGER contact_state_delete AFTER DELETE ON contact_state WHEN OLD.cold_from IS NOT NULL BEGIN
  UPDATE due_day SET contacts = contacts - 1 WHERE day = OLD.cold_from;
  DELETE FROM due_day WHERE day = OLD.cold_from AND contacts = 0;
END;

-- Derived: under which keys a live contact is found.
CREATE TABLE match_key (
  kind TEXT NOT NULL,          -- name (whole name or alias), word, email, url
  key TEXT NOT NULL,
  contact TEXT NOT NULL,
  PRIMARY KEY (kind, key, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_key_contact ON match_key(contact, kind, key);
-- Derived: the distinct words of names, with their reversals, to find mistyped ones by either half.
CREATE TABLE match_word (word TEXT PRIMARY KEY, reversed TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX match_word_reversed ON match_word(reversed, word);

-- Derived: full-text index of what \`find\` searches; a document per contact and per touchpoint with words in it.
CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  contact TEXT,                -- of a contact's own fields
  touchpoint TEXT              -- of a touchpoint's note and place
) STRICT;
CREATE INDEX search_document_contact ON search_document(contact) WHERE contact IS NOT NULL;
CREATE INDEX search_document_touchpoint ON search_document(touchpoint) WHERE touchpoint IS NOT NULL;
CREATE VIRTUAL TABLE search_index USING fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
`
