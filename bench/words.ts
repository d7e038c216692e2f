/** What the people of a working life do, where, and what there is to say about it. */

const STEMS =
  'Alder Beacon Cedar Delta Ember Falcon Granite Harbor Iris Juniper Keystone Lantern Meridian Nimbus Orchard Pioneer Quarry River Summit Tidal Umbra Vertex Willow Zenith Arbor Bluefin Cobalt Drift Everest Fable Glacier Helix Indigo Jade Kestrel Lumen Mosaic Nova Onyx Prism'.split(
    ' ',
  )
const KINDS =
  'Labs Systems Partners Health Energy Robotics Analytics Foods Media Capital Logistics Software'.split(' ')

export const ORGANIZATIONS: readonly string[] = STEMS.flatMap((stem) =>
  KINDS.map((kind) => `${stem} ${kind}`),
)

const LEVELS = ['', '', 'Senior ', 'Lead ', 'Head of ']
const FIELDS = [
  'Engineering',
  'Product',
  'Design',
  'Sales',
  'Research',
  'Operations',
  'Marketing',
  'Finance',
  'People',
  'Data',
]

export const TITLES: readonly string[] = LEVELS.flatMap((level) => FIELDS.map((field) => `${level}${field}`))

export const PLACES: readonly string[] =
  'Berlin London Paris Madrid Lisbon Milan Stockholm Warsaw Kyiv Shanghai Tokyo Seoul Bengaluru Istanbul Cairo Lagos Nairobi Boston Toronto Zürich'.split(
    ' ',
  )

export const TAGS: readonly string[] =
  'mentor client alumni speaker investor recruiter climbing choir pycon fosdem board neighbour press'.split(
    ' ',
  )

const OPENINGS = [
  'talked about',
  'sent an article on',
  'asked about',
  'long coffee about',
  'promised to read the draft on',
  'offered an introduction for',
  'follow up on',
  'met by chance, spoke of',
]
const TOPICS = [
  'the move to the new team',
  'hiring a second designer',
  'the compiler talk',
  'budget for next year',
  'their start-up idea',
  'the pricing workshop',
  'writing a book',
  'the conference in May',
  'remote work and the children',
  'the open position',
  'data migration',
  'a joint proposal',
  'the marathon',
  'their sabbatical',
  'learning Rust',
  'the merger',
]

export const NOTES: readonly string[] = OPENINGS.flatMap((opening) =>
  TOPICS.map((topic) => `${opening} ${topic}`),
)

export const INTERESTS: readonly string[] =
  'running,cycling,sailing,climbing,hiking,chess,photography,gardening,cooking,theatre,jazz,opera,typography,letterpress,robotics,compilers,databases,Python,Rust,open source,board games,football,rowing,radio,maps,history,languages,ceramics,woodwork,birds,astronomy,public speaking,writing,poetry,architecture,trains,coffee,wine,yoga,swimming'.split(
    ',',
  )

export const CAUSES: readonly string[] =
  'climate,open data,literacy,women in tech,public libraries,local news,clean rivers,food banks,mental health,refugees'.split(
    ',',
  )

/** What some offer and others look for. */
export const SERVICES: readonly string[] =
  'mentoring,coaching,funding,translation,illustration,photography,testing,security audit,legal advice,guest talks,office space,hiring,pricing,user research,bookkeeping,interview practice,speaking slots,beta users,press contacts,grant writing'.split(
    ',',
  )

export const DATE_LABELS: readonly string[] = [
  'work anniversary',
  'wedding day',
  'company birthday',
  'contract renewal',
]

export const PROMISES: readonly string[] = [
  'send the paper',
  'introduce them to the team',
  'read the draft',
  'share the slides',
  'look for a venue',
  'return the book',
  'write a reference',
]
