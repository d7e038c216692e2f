import { card, contact, type DemoContact, touch } from './people.ts'

export const CLOSE: readonly DemoContact[] = [
  contact(
    'close',
    card(
      "Siobhán O'Brien",
      'Principal Consultant',
      'Greywether Partners',
      'Cork',
      'siobhan.obrien@example.com',
    ),
    {
      aliases: ['Shiv'],
      tags: ['former-colleague'],
      metAt: 'Brightwell Labs',
      metDaysAgo: 2050,
      note: 'Her team places freelancers; good to have in mind for referrals.',
    },
    touch(62, 'meal', 'Back from sabbatical and full of plans; ask about the sailing course', {
      place: 'The Old Tannery',
      alsoWith: ['Zoë Vermeulen'],
    }),
    touch(118, 'message', 'Photo from the Azores; answered with the team picture of old', {
      direction: 'in',
    }),
  ),
  contact(
    'close',
    card('Kwame Mensah', 'Operations Director', 'Halden Freight', 'Rotterdam', 'kwame.mensah@example.com'),
    { birthday: '--06-30', tags: ['client'], metAt: 'Introduced by Daniel', metDaysAgo: 420 },
    touch(53, 'meeting', 'Pilot goes to three depots; he wants a one-page summary for his board', {
      place: 'Halden office',
      alsoWith: ['Fatima-Zahra Benali'],
    }),
    touch(57, 'call', 'Voicemail about the agenda', { kind: 'attempt', direction: 'out' }),
    touch(90, 'video', 'Liked the dashboard; drivers find the colours too pale', { minutes: 40 }),
  ),
  contact(
    'close',
    card('水瀬 遥', 'Research Scientist', 'Kogane Robotics', 'Osaka', 'haruka.minase@example.org'),
    {
      aliases: ['Haruka Minase', 'Haruka'],
      tags: ['conf'],
      metAt: 'North Sea Data Days, the poster session',
      metDaysAgo: 836,
    },
    touch(43, 'email', 'Sent the paper on retries; wants to compare notes in spring', { direction: 'out' }),
    touch(97, 'video', 'Showed me the gripper demo; she applies for a visiting year', { minutes: 45 }),
  ),
  contact(
    'close',
    card('Amira Haddad', 'Chief of Staff', 'Beacon & Reed', 'Beirut', 'amira.haddad@example.com'),
    { birthday: '1986-01-27', tags: ['alumni'], metAt: 'Harrow Bridge University', metDaysAgo: 4460 },
    touch(42, 'call', 'Plans an offsite for thirty; I know two facilitators she could ask', { minutes: 35 }),
    touch(88, 'email', 'Put her in touch with Rosa about coaching for new managers', { direction: 'out' }),
    touch(110, 'social', 'Liked her post on four-day weeks', { kind: 'light', direction: 'out' }),
  ),
  contact(
    'close',
    card('Søren Halvorsen', 'Founder', 'Blue Saltbox', 'Aarhus', 'soren@example.net'),
    { tags: ['conf'], metAt: 'FieldNotes conference, stuck in the lift', metDaysAgo: 690 },
    touch(41, 'video', 'Two pilot customers signed; looks for a part-time finance lead', { minutes: 30 }),
    touch(83, 'message', 'Asked what I pay for hosting; sent him our numbers', { direction: 'in' }),
  ),
  contact(
    'close',
    card('Nomvula Dlamini', 'Head of Partnerships', 'Jacaranda Mobile', 'Durban', 'nomvula.d@example.com'),
    { birthday: '--09-14', tags: ['alumni'], metAt: 'Harrow Bridge University', metDaysAgo: 4300 },
    touch(38, 'message', 'Speaks at a summit next quarter; happy to rehearse with me', { direction: 'in' }),
    touch(79, 'call', 'Her mother is well again; she is back to full days', { minutes: 25 }),
  ),
  contact(
    'close',
    card(
      'Gabriel Ferreira Lima',
      'Solutions Architect',
      'Nimbarra Cloud',
      'Recife',
      'gabriel.lima@example.com',
    ),
    { tags: ['python-meetup'], metAt: 'Python meetup', metDaysAgo: 610, snoozedForDays: 9 },
    touch(50, 'video', 'Off the grid on a cycling tour; talk when he is home', { minutes: 20 }),
    touch(101, 'coffee', 'Considers moving back to Recife; I said I would miss our coffees', {
      place: 'Corner Roast',
    }),
  ),
  contact(
    'close',
    card('Leila Farahani', 'Partner', 'Farahani Lindt Legal', 'Hamburg', 'leila.farahani@example.org'),
    { tags: ['client'], metAt: 'Contract review for Paper Kite', metDaysAgo: 1010 },
    touch(2, 'call', 'No answer; try her in the morning', { kind: 'attempt', direction: 'out' }),
    touch(9, 'call', 'Voicemail', { kind: 'attempt', direction: 'out' }),
    touch(49, 'call', 'New data rules touch our contracts; she offers an hour for questions', {
      minutes: 30,
    }),
    touch(94, 'meal', 'Her son builds radios; lend him the soldering book', { place: 'Fischerhaus' }),
  ),
  contact(
    'close',
    card('Marcus Bell', 'VP Engineering', 'Quillmoor Analytics', 'Manchester', 'marcus.bell@example.com'),
    {
      birthday: '1978-12-05',
      tags: ['former-colleague', 'referral'],
      metAt: 'Brightwell Labs',
      metDaysAgo: 2400,
    },
    touch(20, 'coffee', 'Will refer me for the advisory seat; send him a short bio', {
      place: 'Tram Depot Café',
    }),
    touch(66, 'message', 'Asked for a good book on incident reviews', { direction: 'in' }),
  ),
  contact(
    'close',
    card('Ingrid Solheim', 'Board Member', 'Fjordlys Energy', 'Bergen', 'ingrid.solheim@example.org'),
    {
      interval: '1m',
      tags: ['mentor'],
      metAt: 'Mentoring programme of the alumni office',
      metDaysAgo: 520,
      note: 'One question a month, sent a day before.',
    },
    touch(12, 'video', 'Say no to the second committee; report back how it went', { minutes: 45 }),
    touch(40, 'video', 'Went through my plan for the year; sharper after ten minutes', { minutes: 50 }),
    touch(72, 'email', 'Sent my question on delegating', { direction: 'out' }),
  ),
  contact(
    'close',
    card('Anjali Deshpande', 'Technical Writer', 'Papaya Docs', 'Pune', 'anjali.d@example.net'),
    { tags: ['open-source'], metAt: 'Documentation sprint', metDaysAgo: 830 },
    touch(5, 'message', 'Reviewed my README within the hour; I owe her one', { direction: 'in' }),
    touch(47, 'video', 'Starts teaching a writing course; looks for three testers', { minutes: 30 }),
  ),
]
