import { card, contact, type DemoContact, touch } from './people.ts'

export const WIDE: readonly DemoContact[] = [
  contact(
    'wide',
    card('Chiara Montefusco', 'Venture Associate', 'Terrazzo Capital', 'Milan', 'chiara.m@example.com'),
    { tags: ['alumni'], metAt: 'Harrow Bridge University', metDaysAgo: 3900 },
    touch(20, 'call', 'Left a voicemail', { kind: 'attempt', direction: 'out' }),
    touch(128, 'event', 'Alumni evening: she looks for climate founders, mentioned Søren', {
      place: 'Harrow Bridge Hall',
      alsoWith: ['Callum Fraser', 'Petra Nováková'],
    }),
    touch(196, 'email', 'Sent me her checklist for first meetings', { direction: 'in' }),
  ),
  contact(
    'wide',
    card('Youssef El Amrani', 'Platform Lead', 'Atlas Parcel', 'Rabat', 'youssef.elamrani@example.com'),
    { tags: ['conf'], metAt: 'North Sea Data Days', metDaysAgo: 470 },
    touch(104, 'event', 'North Sea Data Days: his queue talk; wants our numbers on batching', {
      place: 'Ostend',
      alsoWith: ['Hannah Lindqvist', 'Nguyễn Thu Hà'],
    }),
    touch(190, 'message', 'Recommended a hotel near the venue', { direction: 'in' }),
  ),
  contact(
    'wide',
    card('Hannah Lindqvist', 'Developer Advocate', 'Sparrowline', 'Malmö', 'hannah.l@example.org'),
    { tags: ['conf'], metAt: 'FieldNotes conference', metDaysAgo: 691 },
    touch(87, 'email', 'Her call for speakers opens soon; she would like the retries talk', {
      direction: 'in',
    }),
    touch(180, 'video', 'Gave her feedback on the workshop outline', { minutes: 30 }),
  ),
  contact(
    'wide',
    card('Mateo Quispe', 'Backend Developer', 'Osprey Ledger', 'Leeds', 'mateo.quispe@example.com'),
    { birthday: '--05-11', tags: ['python-meetup', 'mentee'], metAt: 'Python meetup', metDaysAgo: 340 },
    touch(12, 'coffee', 'First on-call week went fine; suggest the debugging talk to him', {
      place: 'Corner Roast',
    }),
    touch(76, 'message', 'Got the job at Osprey, thanked me for the mock interview', { direction: 'in' }),
  ),
  contact(
    'wide',
    card(
      'Grace Wanjiru',
      'Machine Learning Engineer',
      'Savanna Signal',
      'Nairobi',
      'grace.wanjiru@example.com',
    ),
    { tags: ['python-meetup'], metAt: 'Python meetup, visiting speaker', metDaysAgo: 400 },
    touch(31, 'email', 'Sent the slides; she may co-host when she moves here', { direction: 'in' }),
    touch(122, 'call', 'Compared labelling tools; hers costs half', { minutes: 25 }),
  ),
  contact(
    'wide',
    card('한지우', 'Product Manager', 'Moonjar Games', 'Seoul', 'jiwoo.han@example.net'),
    { aliases: ['Ji-woo Han'], tags: ['conf'], metAt: 'FieldNotes conference', metDaysAgo: 690 },
    touch(45, 'message', 'Launch went well; ask for the numbers once the dust settles', { direction: 'in' }),
    touch(131, 'video', 'Swapped notes on player interviews', { minutes: 35 }),
  ),
  contact(
    'wide',
    card(
      'Oluwaseun Adeyemi',
      'Security Consultant',
      'Ironroot Assurance',
      'Lagos',
      'seun.adeyemi@example.com',
    ),
    { aliases: ['Seun'], tags: ['client'], metAt: 'Audit of the booking project', metDaysAgo: 880 },
    touch(60, 'call', 'Free for audits again from next quarter; passed his name to Kwame', { minutes: 20 }),
    touch(64, 'call', 'No answer', { kind: 'attempt', direction: 'out' }),
    touch(149, 'email', 'Certified at last; congratulated him', { direction: 'out' }),
  ),
  contact(
    'wide',
    card(
      'Petra Nováková',
      'Lecturer in Statistics',
      'Harrow Bridge University',
      'Brno',
      'petra.n@example.org',
    ),
    { tags: ['alumni'], metAt: 'Study group', metDaysAgo: 4200 },
    touch(71, 'email', 'Looks for guest speakers from industry; I said yes in principle', {
      direction: 'in',
    }),
    touch(92, 'message', 'Birthday wish, with the whole study group', { kind: 'light', direction: 'out' }),
  ),
  contact(
    'wide',
    card('Sam Whitaker', 'Freelance Illustrator', null, 'Sheffield', 'sam.whitaker@example.net'),
    { tags: ['freelance'], metAt: 'Makers market', metDaysAgo: 25 },
    touch(25, 'event', 'Makers market: draws maps; would suit the Paper Kite project', {
      place: 'Kelham Yard',
    }),
  ),
  contact(
    'wide',
    card('Nguyễn Thu Hà', 'QA Lead', 'Lotus & Lathe', 'Da Nang', 'thuha.nguyen@example.com'),
    { aliases: ['Ha Nguyen'], tags: ['conf'], metAt: 'North Sea Data Days', metDaysAgo: 469 },
    touch(52, 'message', 'Her test harness is open source now; try it on our importer', { direction: 'in' }),
    touch(160, 'video', 'Explained her flaky-test board; worth copying', { minutes: 40 }),
  ),
  contact(
    'wide',
    card('Elif Yıldırım', 'Marketing Director', 'Nar Kitchenware', 'İzmir', 'elif.y@example.com'),
    {
      tags: ['client'],
      metAt: 'Trade fair in Cologne',
      metDaysAgo: 1300,
      note: 'On parental leave; she will write when she is back.',
      isPaused: true,
    },
    touch(150, 'call', 'Leave starts next week; Deniz covers for her until then', { minutes: 15 }),
    touch(205, 'meeting', 'Campaign review; she wants fewer slides, more samples', { place: 'Nar showroom' }),
  ),
  contact(
    'wide',
    card('Dimitri Papadakis', 'Restaurant Owner', 'Taverna Meltemi', 'Leeds', null),
    { tags: ['venue'], metAt: 'Booked his back room for the meetup', metDaysAgo: 540 },
    touch(8, 'meal', 'Offers the back room on Tuesdays for free if we eat there', {
      place: 'Taverna Meltemi',
    }),
    touch(98, 'call', 'His daughter studies design; offered her a studio visit', { minutes: 10 }),
  ),
  contact(
    'wide',
    card('Fatima-Zahra Benali', 'Procurement Manager', 'Halden Freight', 'Rotterdam', 'f.benali@example.com'),
    { tags: ['client'], metAt: 'Kick-off at Halden Freight', metDaysAgo: 230 },
    touch(40, 'email', 'Needs invoices per depot; answer to her, not to the shared inbox', {
      direction: 'in',
    }),
    touch(125, 'meeting', 'Contract signed; she runs marathons too', { place: 'Halden office' }),
  ),
  contact(
    'wide',
    card(
      'Callum Fraser',
      'Civil Servant',
      'Office for Open Records',
      'Edinburgh',
      'callum.fraser@example.org',
    ),
    { interval: '6m', tags: ['alumni'], metAt: 'Harrow Bridge University, rowing', metDaysAgo: 4100 },
    touch(100, 'call', 'New open-data rules are out for comment; he welcomes examples', { minutes: 30 }),
    touch(210, 'coffee', 'Moved offices; bikes to work now', { place: 'Leith Bakehouse' }),
  ),
]
