import { card, contact, type DemoContact, touch } from './people.ts'

export const INNER: readonly DemoContact[] = [
  contact(
    'inner',
    card('Priya Raghunathan', 'Staff Engineer', 'Tidewater Grid', 'Bristol', 'priya.r@example.com'),
    {
      interval: '1w',
      birthday: '1987-03-09',
      tags: ['former-colleague'],
      metAt: 'Brightwell Labs, the next desk',
      metDaysAgo: 2210,
      note: 'We check in on our goals every week.',
    },
    touch(17, 'video', 'Final interview is behind her; ask how she decided', { minutes: 35 }),
    touch(24, 'call', 'Torn between the lead role and staying hands-on', { minutes: 25, direction: 'in' }),
    touch(30, 'message', 'Sent her my notes on salary talks; she found them useful', { direction: 'out' }),
  ),
  contact(
    'inner',
    card('Zoë Vermeulen', 'Head of Product', 'Larkspur Clinics', 'Ghent', 'zoe.vermeulen@example.org'),
    {
      birthday: '--11-02',
      tags: ['former-colleague'],
      metAt: 'Brightwell Labs',
      metDaysAgo: 1840,
      note: 'Prefers calls on Fridays.',
    },
    touch(23, 'call', 'Her daughter starts school in August; asked for the onboarding checklist', {
      minutes: 30,
    }),
    touch(36, 'message', 'Hiring a researcher; sent her two names', { direction: 'out' }),
    touch(48, 'coffee', 'Wants to write about the triage redesign; offered to read a draft', {
      place: 'Café Lumen',
    }),
  ),
  contact(
    'inner',
    card('Daniel Okonkwo', 'Engineering Manager', 'Fennel & Finch', 'London', 'daniel.o@example.com'),
    {
      birthday: '1984-07-21',
      tags: ['former-colleague', 'running'],
      aliases: ['Dan'],
      metAt: 'Brightwell Labs',
      metDaysAgo: 1990,
    },
    touch(14, 'coffee', 'Two of his team leave this month; promised the interview questions', {
      place: 'Corner Roast',
    }),
    touch(27, 'message', 'Finished his first half marathon, 1:52', { direction: 'in' }),
    touch(41, 'meal', 'Told me about the Quillmoor opening before it was public', {
      place: 'Mama Adjoa',
    }),
  ),
  contact(
    'inner',
    card('林美玲', 'Design Lead', 'Paper Kite Studio', 'Taipei', 'meiling@example.com'),
    {
      aliases: ['Mei-ling Lin', 'Meiling'],
      tags: ['client'],
      metAt: 'The Harbour booking project',
      metDaysAgo: 1120,
      note: 'Her late afternoon is my morning.',
    },
    touch(10, 'video', 'Studio moves next month; wants our type scale for the new site', { minutes: 45 }),
    touch(22, 'email', 'Thanked me for the printer contact; the posters arrived', { direction: 'in' }),
    touch(39, 'video', 'Second phase is likely; the budget is decided by her partner', { minutes: 50 }),
  ),
  contact(
    'inner',
    card('Rosa Delgado-Whitfield', 'Leadership Coach', null, 'Leeds', 'rosa@example.net'),
    {
      birthday: '1969-04-18',
      tags: ['mentor'],
      metAt: 'Dinner of the Leeds founders, table nine',
      metDaysAgo: 1475,
    },
    touch(3, 'call', 'Her advice: write the one-page case before asking for the team', { minutes: 40 }),
    touch(19, 'letter', 'Thank-you card for the reference', { direction: 'out' }),
    touch(33, 'meal', 'Introduced her to Priya; they talked about coaching for half the dinner', {
      place: 'The Old Tannery',
      alsoWith: ['Priya Raghunathan'],
    }),
  ),
  contact(
    'inner',
    card('Tomasz Wiśniewski', 'Data Engineer', 'Osprey Ledger', 'Leeds', 'tomasz.w@example.org'),
    {
      aliases: ['Tomek'],
      tags: ['python-meetup'],
      metAt: 'Python meetup, he gave the first talk',
      metDaysAgo: 960,
    },
    touch(8, 'message', 'Next venue is confirmed; I bring the adapters', { direction: 'in' }),
    touch(29, 'event', 'Python meetup: 45 came, the talk on typing was the favourite', {
      place: 'Millrace Hall',
      alsoWith: ['Mateo Quispe', 'Grace Wanjiru'],
    }),
    touch(43, 'coffee', 'Looks for a co-host; thinks of asking Grace', { place: 'Corner Roast' }),
  ),
]
