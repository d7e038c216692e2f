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

export const VERBS: readonly VerbEntry[] = [
  {
    name: 'log',
    group: 'Every day',
    summary: 'record that you were in touch',
    load: () => import('./commands/log.ts'),
  },
  {
    name: 'due',
    group: 'Every day',
    summary: 'who has gone cold, coldest first',
    load: () => import('./commands/due.ts'),
  },
  {
    name: 'today',
    group: 'Every day',
    isLarge: true,
    summary: 'what fits into the minutes of the day',
    load: () => import('./commands/today.ts'),
  },
  {
    name: 'review',
    group: 'Every day',
    isLarge: true,
    summary: 'walk through it, one key an action',
    load: () => import('./commands/review.ts'),
  },
  {
    name: 'snooze',
    group: 'Every day',
    summary: 'wait with a contact until a date',
    load: () => import('./commands/snooze.ts'),
  },
  { name: 'wake', group: 'Every day', summary: 'end a snooze', load: () => import('./commands/wake.ts') },
  {
    name: 'pause',
    group: 'Every day',
    summary: 'keep no cadence for a while',
    load: () => import('./commands/pause.ts'),
  },
  { name: 'resume', group: 'Every day', summary: 'end a pause', load: () => import('./commands/resume.ts') },
  {
    name: 'goal',
    group: 'Habit',
    summary: 'so many touches, coffees or new contacts a week',
    load: () => import('./commands/goal.ts'),
  },
  {
    name: 'streak',
    group: 'Habit',
    summary: 'weeks in a row in touch, and the days that are free',
    load: () => import('./commands/streak.ts'),
  },
  {
    name: 'setup',
    group: 'Habit',
    summary: 'the first run, a step at a time',
    load: () => import('./commands/setup.ts'),
  },
  {
    name: 'open',
    group: 'Habit',
    summary: 'open a mail, a call or a page of a contact',
    load: () => import('./commands/open.ts'),
  },
  {
    name: 'draft',
    group: 'Habit',
    summary: 'write a message in your editor',
    load: () => import('./commands/draft.ts'),
  },
  {
    name: 'triage',
    group: 'Habit',
    summary: 'imported contacts into circles, one key each',
    load: () => import('./commands/triage.ts'),
  },
  { name: 'add', group: 'Contacts', summary: 'add a contact', load: () => import('./commands/add.ts') },
  {
    name: 'edit',
    group: 'Contacts',
    summary: 'change a contact, by options or in your editor',
    load: () => import('./commands/edit.ts'),
  },
  {
    name: 'show',
    group: 'Contacts',
    summary: 'everything about a contact',
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'brief',
    group: 'Contacts',
    summary: 'one screen before a meeting',
    load: () => import('./commands/brief.ts'),
  },
  {
    name: 'list',
    group: 'Contacts',
    summary: 'contacts, filtered and sorted',
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'find',
    group: 'Contacts',
    summary: 'search names, organizations and notes',
    load: () => import('./commands/find.ts'),
  },
  {
    name: 'query',
    group: 'Contacts',
    summary: 'e-mail addresses for mutt, aerc and other mail programs',
    load: () => import('./commands/query.ts'),
  },
  {
    name: 'remove',
    group: 'Contacts',
    summary: 'remove contacts (undo brings them back)',
    load: () => import('./commands/remove.ts'),
  },
  {
    name: 'duplicates',
    group: 'Contacts',
    summary: 'pairs of contacts that may be one',
    load: () => import('./commands/duplicates.ts'),
  },
  {
    name: 'merge',
    group: 'Contacts',
    summary: 'make one contact of two',
    load: () => import('./commands/merge.ts'),
  },
  {
    name: 'circle',
    group: 'Contacts',
    summary: 'the circles and their intervals',
    load: () => import('./commands/circle.ts'),
  },
  {
    name: 'move',
    group: 'Contacts',
    summary: 'put contacts into a circle',
    load: () => import('./commands/move.ts'),
  },
  {
    name: 'every',
    group: 'Contacts',
    summary: 'give contacts an interval of their own',
    load: () => import('./commands/every.ts'),
  },
  { name: 'tag', group: 'Contacts', summary: 'add and remove tags', load: () => import('./commands/tag.ts') },
  {
    name: 'promise',
    group: 'Give and take',
    summary: 'what you owe, and what is owed to you',
    load: () => import('./commands/promise.ts'),
  },
  {
    name: 'gave',
    group: 'Give and take',
    summary: 'record help that you gave',
    load: () => import('./commands/gave.ts'),
  },
  {
    name: 'asked',
    group: 'Give and take',
    summary: 'record that you asked for help',
    load: () => import('./commands/asked.ts'),
  },
  {
    name: 'got',
    group: 'Give and take',
    summary: 'record help that you got',
    load: () => import('./commands/got.ts'),
  },
  {
    name: 'balance',
    group: 'Give and take',
    summary: 'what was given, asked and received',
    load: () => import('./commands/balance.ts'),
  },
  {
    name: 'vouch',
    group: 'Give and take',
    summary: 'who could vouch for you',
    load: () => import('./commands/vouch.ts'),
  },
  {
    name: 'date',
    group: 'Give and take',
    summary: 'birthdays and other dates',
    load: () => import('./commands/date.ts'),
  },
  {
    name: 'wish',
    group: 'Give and take',
    summary: 'record a wish for a birthday',
    load: () => import('./commands/wish.ts'),
  },
  {
    name: 'relate',
    group: 'Give and take',
    summary: 'how contacts are related',
    load: () => import('./commands/relate.ts'),
  },
  { name: 'path', group: 'Doors', summary: 'who can open a door', load: () => import('./commands/path.ts') },
  { name: 'watch', group: 'Doors', summary: 'employers to reach', load: () => import('./commands/watch.ts') },
  {
    name: 'import',
    group: 'Data',
    summary: 'bring in contacts and conversations',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'export',
    group: 'Data',
    summary: 'take everything out, or give contacts to others',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'undo',
    group: 'Data',
    summary: 'take back the last command',
    load: () => import('./commands/undo.ts'),
  },
  {
    name: 'redo',
    group: 'Data',
    summary: 'bring back what undo took',
    load: () => import('./commands/redo.ts'),
  },
  {
    name: 'history',
    group: 'Data',
    summary: 'what was done, newest first',
    load: () => import('./commands/history.ts'),
  },
  {
    name: 'init',
    group: 'Shell',
    summary: "the overdue count in your shell's prompt",
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'prompt',
    group: 'Shell',
    summary: 'the overdue count alone, for status lines',
    load: () => import('./commands/prompt.ts'),
  },
  {
    name: 'config',
    group: 'Shell',
    summary: 'read and change settings',
    load: () => import('./commands/config.ts'),
  },
  {
    name: 'completion',
    group: 'Shell',
    summary: 'completion with TAB for bash, zsh or fish',
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'demo',
    group: 'Shell',
    summary: 'try netkeep on a sample network',
    load: () => import('./commands/demo.ts'),
  },
]

/** What `netkeep` without a verb does. */
export const HOME: VerbEntry = {
  name: 'home',
  group: 'Every day',
  summary: 'today in short',
  load: () => import('./commands/home.ts'),
}
