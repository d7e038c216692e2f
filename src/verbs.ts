/** The table of verbs: what the command line offers, and where each is loaded from when it is used. */
import type { Command } from 'commander'
import type { Session } from './session.ts'

/** One verb's file: its options and what it does. */
interface Verb {
  define(command: Command): void
  /** @returns an exit code other than 0, where the answer is one. */
  // biome-ignore lint/suspicious/noExplicitAny: commander types a verb's own options only as a record; each verb names their shape.
  // biome-ignore lint/suspicious/noConfusingVoidType: most verbs return nothing, and should not have to say so.
  run(session: Session, args: readonly any[], options: any): Promise<number | void>
}

export interface VerbEntry {
  readonly name: string
  readonly group: 'Every day' | 'Habit' | 'Contacts' | 'Give and take' | 'Doors' | 'Data' | 'Shell'
  /** Not in the bundle of the everyday verbs: it would cost the others more than it saves. */
  readonly isLarge?: true
  readonly summary: string
  load(): Promise<Verb>
}

/** Of a verb: what the help says of it, and its file. */
type Row = readonly [summary: string, load: VerbEntry['load'], isLarge?: 'large']

const group = (name: VerbEntry['group'], verbs: Readonly<Record<string, Row>>): readonly VerbEntry[] =>
  Object.entries(verbs).map(([verb, [summary, load, isLarge]]) => ({
    name: verb,
    group: name,
    summary,
    load,
    ...(isLarge === undefined ? {} : { isLarge: true }),
  }))

export const VERBS: readonly VerbEntry[] = [
  ...group('Every day', {
    log: ['record that you were in touch', () => import('./commands/log.ts')],
    due: ['who has gone cold, coldest first', () => import('./commands/due.ts')],
    today: ['what fits into the minutes of the day', () => import('./commands/today.ts'), 'large'],
    review: ['walk through it, one key an action', () => import('./commands/review.ts'), 'large'],
    snooze: ['wait with a contact until a date', () => import('./commands/snooze.ts')],
    wake: ['end a snooze', () => import('./commands/wake.ts')],
    pause: ['keep no cadence for a while', () => import('./commands/pause.ts')],
    resume: ['end a pause', () => import('./commands/resume.ts')],
  }),
  ...group('Habit', {
    goal: ['so many touches, coffees or new contacts a week', () => import('./commands/goal.ts')],
    streak: ['weeks in a row in touch, and the days that are free', () => import('./commands/streak.ts')],
    stats: ['a year in numbers, by week, channel and circle', () => import('./commands/stats.ts')],
    heat: ['a year as a calendar: on which days you were in touch', () => import('./commands/heat.ts')],
    plan: ['whether your pace keeps all warm, and what would help', () => import('./commands/plan.ts')],
    restart: ['after a gap, begin again with a few contacts a day', () => import('./commands/restart.ts')],
    setup: ['the first run, a step at a time', () => import('./commands/setup.ts')],
    open: ['open a mail, a call or a page of a contact', () => import('./commands/open.ts')],
    draft: ['write a message in your editor', () => import('./commands/draft.ts')],
    triage: ['imported contacts into circles, one key each', () => import('./commands/triage.ts')],
  }),
  ...group('Contacts', {
    add: ['add a contact', () => import('./commands/add.ts')],
    edit: ['change a contact, by options or in your editor', () => import('./commands/edit.ts')],
    show: ['everything about a contact', () => import('./commands/show.ts')],
    brief: ['one screen before a meeting', () => import('./commands/brief.ts')],
    list: ['contacts, filtered and sorted', () => import('./commands/list.ts')],
    find: ['search names, organizations and notes', () => import('./commands/find.ts')],
    query: ['e-mail addresses for mutt, aerc and other mail programs', () => import('./commands/query.ts')],
    remove: ['remove contacts (undo brings them back)', () => import('./commands/remove.ts')],
    duplicates: ['pairs of contacts that may be one', () => import('./commands/duplicates.ts')],
    merge: ['make one contact of two', () => import('./commands/merge.ts')],
    circle: ['the circles and their intervals', () => import('./commands/circle.ts')],
    move: ['put contacts into a circle', () => import('./commands/move.ts')],
    every: ['give contacts an interval of their own', () => import('./commands/every.ts')],
    tag: ['add and remove tags', () => import('./commands/tag.ts')],
  }),
  ...group('Give and take', {
    promise: ['what you owe, and what is owed to you', () => import('./commands/promise.ts')],
    gave: ['record help that you gave', () => import('./commands/gave.ts')],
    asked: ['record that you asked for help', () => import('./commands/asked.ts')],
    got: ['record help that you got', () => import('./commands/got.ts')],
    balance: ['what was given, asked and received', () => import('./commands/balance.ts')],
    vouch: ['who could vouch for you', () => import('./commands/vouch.ts')],
    date: ['birthdays and other dates', () => import('./commands/date.ts')],
    wish: ['record a wish for a birthday', () => import('./commands/wish.ts')],
    relate: ['how contacts are related', () => import('./commands/relate.ts')],
  }),
  ...group('Doors', {
    path: ['who can open the door to a company or a contact', () => import('./commands/path.ts')],
    watch: ['employers to get to, and who joined them', () => import('./commands/watch.ts')],
    intro: ['introductions, made and received', () => import('./commands/intro.ts')],
    event: ['whom to meet at an event, and whom you met', () => import('./commands/event.ts')],
    group: ['masterminds, job clubs, committees and their meetings', () => import('./commands/group.ts')],
    prospect: ['contacts whom you have yet to reach', () => import('./commands/prospect.ts')],
  }),
  ...group('Data', {
    import: ['bring in contacts and conversations', () => import('./commands/import.ts')],
    export: ['take everything out, or give contacts to others', () => import('./commands/export.ts')],
    undo: ['take back the last command', () => import('./commands/undo.ts')],
    redo: ['bring back what undo took', () => import('./commands/redo.ts')],
    history: ['what was done, newest first', () => import('./commands/history.ts')],
  }),
  ...group('Shell', {
    init: ["the overdue count in your shell's prompt", () => import('./commands/init.ts')],
    prompt: ['the overdue count alone, for status lines', () => import('./commands/prompt.ts')],
    config: ['read and change settings', () => import('./commands/config.ts')],
    completion: ['completion with TAB for bash, zsh or fish', () => import('./commands/completion.ts')],
    demo: ['try netkeep on a sample network', () => import('./commands/demo.ts')],
  }),
]

/** What `netkeep` without a verb does. */
export const HOME: VerbEntry = {
  name: 'home',
  group: 'Every day',
  summary: 'today in short',
  load: () => import('./commands/home.ts'),
}
