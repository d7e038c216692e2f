import { card, contact, type DemoContact, touch } from './people.ts'

export const OUTER: readonly DemoContact[] = [
  contact(
    'outer',
    card('Margaret Hollis', 'Retired', null, 'Whitby', 'margaret.hollis@example.net'),
    {
      birthday: '1954-02-16',
      tags: ['mentor'],
      metAt: 'My first manager, Millbeck Software',
      metDaysAgo: 5800,
      note: 'Likes letters better than mail.',
    },
    touch(387, 'letter', 'Her garden opens to visitors; asked what I am building these days', {
      direction: 'in',
    }),
  ),
  contact(
    'outer',
    card('Viktor Lysenko', 'Chief Technology Officer', 'Dnistra Works', 'Lviv', 'viktor.lysenko@example.com'),
    { tags: ['former-colleague'], metAt: 'Brightwell Labs', metDaysAgo: 2300 },
    touch(340, 'video', 'Rebuilt his team remotely; happy to share how', { minutes: 40 }),
  ),
  contact(
    'outer',
    card('Aroha Ngata', 'Programme Lead', 'Kōwhai Trust', 'Wellington', 'aroha.ngata@example.org'),
    { tags: ['conf'], metAt: 'FieldNotes conference', metDaysAgo: 690 },
    touch(95, 'social', 'Liked her library project', { kind: 'light', direction: 'out' }),
    touch(210, 'email', 'Sent the grant template; their deadline is every June', { direction: 'out' }),
  ),
  contact(
    'outer',
    card('Benjamin Adler', 'Recruiter', 'Adler & Voss', 'Zürich', 'ben.adler@example.com'),
    { aliases: ['Ben'], tags: ['recruiter', 'referral'], metAt: 'Introduced by Marcus', metDaysAgo: 750 },
    touch(120, 'call', 'Knows two fintech teams that grow; prefers a short CV', {
      minutes: 20,
      direction: 'in',
    }),
  ),
  contact(
    'outer',
    card('Thandiwe Moyo', 'Journalist', 'The Zambezi Lantern', 'Bulawayo', 'thandi.moyo@example.org'),
    { aliases: ['Thandi'], metAt: 'Panel on local news', metDaysAgo: 1150 },
    touch(290, 'email', 'Quoted me in her piece on small data; sent thanks', { direction: 'in' }),
  ),
  contact(
    'outer',
    card('Rafael Azevedo', 'Head of Sales', 'Cortiça Works', 'Porto', 'rafael.azevedo@example.com'),
    { birthday: '--08-23', tags: ['client'], metAt: 'Trade fair in Cologne', metDaysAgo: 1300 },
    touch(75, 'message', 'Opens a shop in Leeds next year; wants a tour of the market', { direction: 'in' }),
  ),
  contact(
    'outer',
    card('Elena Dragomir', 'Translator', null, 'Cluj-Napoca', 'elena.dragomir@example.net'),
    { tags: ['freelance'], metAt: 'Translated the booking site', metDaysAgo: 1050 },
    touch(165, 'email', 'Takes Romanian and Italian again; recommended her to Chiara', { direction: 'out' }),
  ),
]

/** Met, kept, and not asked for: neither circle nor interval. */
export const UNSCHEDULED: readonly DemoContact[] = [
  contact(
    null,
    card('Jonas Pfeiffer', 'Talent Partner', 'Kiesel & Co', 'Vienna', 'jonas.pfeiffer@example.com'),
    { tags: ['recruiter', 'conf'], metAt: 'North Sea Data Days, the coffee queue', metDaysAgo: 104 },
    touch(33, 'message', 'Asked whether I speak at their evening; not this year', { direction: 'in' }),
  ),
  contact(
    null,
    card('Dana Petrosyan', 'Photographer', null, 'Yerevan', 'dana.petrosyan@example.net'),
    { tags: ['freelance'], metAt: 'Took the pictures at FieldNotes', metDaysAgo: 690 },
    touch(58, 'social', 'Liked her exhibition pictures', { kind: 'light', direction: 'out' }),
  ),
]
