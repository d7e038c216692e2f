/** The job club of the sample network: it meets every other week, and is due. */
import { addMember } from '../store/group-members.ts'
import { insertGroup } from '../store/groups.ts'
import { recordMeeting } from '../store/meetings.ts'
import { commandLine, type DayOf, type Step } from './step.ts'

const NAME = 'Job club'
const MEMBERS = ['Rosa Delgado-Whitfield', 'Tomasz Wiśniewski', 'Mateo Quispe']
const BEGAN_DAYS_AGO = 46

const MEETINGS: readonly {
  readonly daysAgo: number
  readonly present: readonly string[]
  readonly note: string
}[] = [
  { daysAgo: 31, present: ['Tomasz Wiśniewski', 'Mateo Quispe'], note: 'Read each other’s CVs' },
  { daysAgo: 17, present: MEMBERS, note: 'Mock interviews; Rosa asks the hard questions' },
]

/** `netkeep group add` and `group log`. */
export function groupSteps(day: DayOf): readonly Step[] {
  let group = ''
  return [
    {
      typed: commandLine(
        ['group', 'add', NAME],
        [
          ['--every', '2w'],
          ['--kind', 'job-club'],
          ['--with', MEMBERS.join(',')],
        ],
      ),
      daysAgo: BEGAN_DAYS_AGO,
      take: ({ db }, uids) => {
        group = insertGroup(db, { name: NAME, kind: 'job-club', interval: '2w' }, day(BEGAN_DAYS_AGO))
        for (const member of MEMBERS) addMember(db, group, uids.of(member), day(BEGAN_DAYS_AGO))
      },
    },
    ...MEETINGS.map(
      ({ daysAgo, present, note }): Step => ({
        typed: commandLine(
          ['group', 'log', NAME],
          [
            ['--present', present.join(',')],
            ['-m', note],
          ],
        ),
        daysAgo,
        take: (change, uids) => {
          recordMeeting(change, group, { on: day(daysAgo), note, present: present.map(uids.of) })
        },
      }),
    ),
  ]
}
