import { card, contact, type DemoContact, help, promise, touch } from './people.ts'

export const OUTER: readonly DemoContact[] = [
  contact(
    'outer',
    card('Margaret Hollis', 'Retired', null, 'Whitby', 'margaret.hollis@example.net'),
    {
      birthday: '1954-02-16',
      tags: ['mentor'],
      metAt: 'My first manager, Millbeck Software',
      metDaysAgo: 5800,
      traits: { interest: ['gardening', 'letters'] },
      formerly: ['Millbeck Software'],
      note: 'Likes letters better than mail.',
    },
    touch(387, 'letter', 'Her garden opens to visitors; asked what I am building these days', {
      direction: 'in',
    }),
  ),
  contact(
    'outer',
    card('Viktor Lysenko', 'Chief Technology Officer', 'Dnistra Works', 'Lviv', 'viktor.lysenko@example.com'),
    {
      tags: ['former-colleague'],
      metAt: 'Brightwell Labs',
      metDaysAgo: 2300,
      traits: { interest: ['remote teams'], cause: ['open data'] },
      formerly: ['Brightwell Labs'],
      promises: [
        promise(340, 'share how he rebuilt his team', -250, {
          isMine: false,
          closed: { state: 'dropped', daysAgo: 230 },
        }),
      ],
    },
    help('asked', 'introduction', 17, 'email', 'Asked for a word with his head of security'),
    touch(340, 'video', 'Rebuilt his team remotely; happy to share how', { minutes: 40 }),
  ),
  contact(
    'outer',
    card('Aroha Ngata', 'Programme Lead', 'Kōwhai Trust', 'Wellington', 'aroha.ngata@example.org'),
    {
      tags: ['conf'],
      metAt: 'FieldNotes conference',
      metDaysAgo: 690,
      traits: { cause: ['literacy', 'open data'] },
      dates: [{ addedDaysAgo: 210, label: 'grant deadline', date: '--06-15', notice: 14 }],
    },
    touch(95, 'social', 'Liked her library project', { kind: 'light', direction: 'out' }),
    help('gave', 'other', 210, 'email', 'Sent the grant template; their deadline is every June'),
  ),
  contact(
    'outer',
    card('Benjamin Adler', 'Recruiter', 'Adler & Voss', 'Zürich', 'ben.adler@example.com'),
    {
      aliases: ['Ben'],
      tags: ['recruiter', 'referral'],
      metAt: 'A call about the advisory seat',
      metDaysAgo: 750,
      introducedBy: 'Marcus Bell',
      traits: { offers: ['market rates'] },
      jobBefore: { organization: 'Kestrel Search', title: 'Associate', untilDaysAgo: 300 },
      relations: [{ toldDaysAgo: 33, kind: 'knows', to: 'Jonas Pfeiffer' }],
    },
    touch(120, 'call', 'Knows two fintech teams that grow; prefers a short CV', {
      minutes: 20,
      direction: 'in',
    }),
  ),
  contact(
    'outer',
    card('Thandiwe Moyo', 'Journalist', 'The Zambezi Lantern', 'Bulawayo', 'thandi.moyo@example.org'),
    {
      aliases: ['Thandi'],
      metAt: 'Panel on local news',
      metDaysAgo: 1150,
      traits: { cause: ['local news'], 'looks-for': ['data stories'] },
    },
    touch(290, 'email', 'Quoted me in her piece on small data; sent thanks', { direction: 'in' }),
  ),
  contact(
    'outer',
    card('Rafael Azevedo', 'Head of Sales', 'Cortiça Works', 'Porto', 'rafael.azevedo@example.com'),
    {
      birthday: '--08-23',
      tags: ['client'],
      metAt: 'Trade fair in Cologne',
      metDaysAgo: 1300,
      traits: { interest: ['football', 'coffee'], 'looks-for': ['premises in Leeds'] },
    },
    touch(75, 'message', 'Opens a shop in Leeds next year; wants a tour of the market', { direction: 'in' }),
  ),
  contact(
    'outer',
    card('Elena Dragomir', 'Translator', null, 'Cluj-Napoca', 'elena.dragomir@example.net'),
    {
      tags: ['freelance'],
      metAt: 'Translated the booking site',
      metDaysAgo: 1050,
      introducedBy: '林美玲',
      traits: { interest: ['gardening', 'theatre'], offers: ['translation'] },
    },
    help('gave', 'referral', 165, 'email', 'Takes Romanian and Italian again; recommended her to Chiara'),
  ),
]

/** Met, kept, and not asked for: neither circle nor interval. */
export const UNSCHEDULED: readonly DemoContact[] = [
  contact(
    null,
    card('Jonas Pfeiffer', 'Talent Partner', 'Kiesel & Co', 'Vienna', 'jonas.pfeiffer@example.com'),
    {
      tags: ['recruiter', 'conf'],
      metAt: 'North Sea Data Days, the coffee queue',
      metDaysAgo: 104,
      traits: { 'looks-for': ['guest talks'] },
    },
    touch(33, 'message', 'Asked whether I speak at their evening; not this year', { direction: 'in' }),
  ),
  contact(
    null,
    card('Dana Petrosyan', 'Photo Editor', 'Sparrowline', 'Yerevan', 'dana.petrosyan@example.net'),
    {
      tags: ['conf'],
      metAt: 'Took the pictures at FieldNotes',
      metDaysAgo: 690,
      traits: { interest: ['photography'], offers: ['photography'] },
    },
    touch(58, 'social', 'Liked her exhibition pictures', { kind: 'light', direction: 'out' }),
  ),
]

/** Yet to be reached. */
export const PROSPECTS: readonly DemoContact[] = [
  contact(
    'wide',
    card('Tuva Lindqvist', 'Head of Product', 'Fjordlight', 'Bergen', 'tuva.lindqvist@example.com'),
    { prospectDaysAgo: 24, note: 'Hires for the job in Bergen' },
    touch(6, 'message', null, {
      kind: 'attempt',
      direction: 'out',
      next: { text: 'write again, with the case study', inDays: 3 },
    }),
    touch(20, 'email', 'Asked for fifteen minutes', { kind: 'attempt', direction: 'out' }),
  ),
  contact('wide', card('Amadou Keita', 'Editor', 'Sahel Review', 'Dakar', null), { prospectDaysAgo: 9 }),
]
