/** How text may look on this terminal: colours and glyphs. The only file that imports chalk. */
import type { Standing } from '../domain/cadence.ts'

type Paint = (text: string) => string

export interface Style {
  /** Colours are for standings only, and never say anything that the words do not say too. */
  readonly standing: Readonly<Record<Standing, Paint>>
  readonly heading: Paint
  readonly faint: Paint
  readonly glyphs: Glyphs
}

export interface Glyphs {
  /** In place of what was cut off; one column wide. */
  readonly more: string
  readonly dash: string
  readonly arrow: string
  /** Heights of a sparkline, nothing at all first; one column wide each. */
  readonly spark: readonly string[]
  /** A bar's parts of one column, the smallest first, a full column last. */
  readonly bar: readonly string[]
  /** Shades of a calendar: a day without any, then the four levels. */
  readonly heat: readonly string[]
}

const UNICODE: Glyphs = {
  more: '…',
  dash: '–',
  arrow: '→',
  spark: [...'·▁▂▃▄▅▆▇█'],
  bar: [...'▏▎▍▌▋▊▉█'],
  heat: [...'·░▒▓█'],
}
const ASCII: Glyphs = {
  more: '~',
  dash: '-',
  arrow: '->',
  spark: [...'._,:-=+*#'],
  bar: ['#'],
  heat: [...'.-+*#'],
}

const asIs: Paint = (text) => text

const PLAIN: Omit<Style, 'glyphs'> = {
  standing: { unscheduled: asIs, snoozed: asIs, warm: asIs, due: asIs, cold: asIs },
  heading: asIs,
  faint: asIs,
}

/** What a pipe gets of a picture: no colour, and nothing but ASCII, whatever reads it. */
export const PIPED_STYLE: Style = { ...PLAIN, glyphs: ASCII }

/** @param level chalk's colour level: 0 for none. */
export async function createStyle(level: 0 | 1, isUnicode: boolean): Promise<Style> {
  const glyphs = isUnicode ? UNICODE : ASCII
  if (level === 0) return { ...PLAIN, glyphs }
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level })
  return {
    standing: {
      unscheduled: chalk.dim,
      snoozed: chalk.dim,
      warm: chalk.green,
      due: chalk.cyan,
      cold: chalk.yellow,
    },
    heading: chalk.bold,
    faint: chalk.dim,
    glyphs,
  }
}

/** Whether the locale and the terminal can show more than ASCII. */
export function isUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  return env['TERM'] !== 'dumb' && /utf-?8/i.test(locale)
}
