/** A question that one key answers. The only file that imports @inquirer/core. */
import { createPrompt, type KeypressEvent, makeTheme, useKeypress, usePrefix, useState } from '@inquirer/core'
import { widthOf } from './render/text-width.ts'

/** What a key does. */
export interface Key<T> {
  /** As Node names it: `a`, `1`, `space`, `return`. */
  readonly key: string
  /** Another key that does the same; it is not shown. */
  readonly alias?: string
  readonly name: string
  readonly value: T
}

interface KeyQuestion {
  readonly message: string
  readonly choices: readonly Key<unknown>[]
  /** Columns of the terminal. */
  readonly width: number
  readonly theme?: object
}

/** Node has no name for punctuation and letters beyond ASCII: they are no key of ours. */
function isPressed(
  { key, alias }: Key<unknown>,
  event: KeypressEvent & { readonly meta?: boolean },
): boolean {
  if (event.ctrl || event.meta === true) return false
  // Enter typed ahead of the question: the terminal was not raw yet, and made a line feed of it.
  const name = event.name === 'enter' ? 'return' : event.name
  return key === name || (alias !== undefined && alias === name)
}

/** Shows the keys below the question, as many a line as fit; any other key is told so. */
export const keyPrompt: (question: KeyQuestion, context?: object) => Promise<unknown> = createPrompt<
  unknown,
  KeyQuestion
>(({ message, choices, width, theme: given }, done) => {
  const [pressed, setPressed] = useState<Key<unknown> | undefined>(undefined)
  const [isOdd, setOdd] = useState(false)
  const theme = makeTheme(given)
  const prefix = usePrefix({ status: pressed === undefined ? 'idle' : 'done', theme })
  useKeypress((event, readline) => {
    readline.clearLine(0)
    const choice = choices.find((known) => isPressed(known, event))
    setOdd(choice === undefined)
    if (choice === undefined || pressed !== undefined) return
    setPressed(choice)
    done(choice.value)
  })
  const question = `${prefix} ${theme.style.message(message, 'idle')}`
  if (pressed !== undefined) return `${question} ${theme.style.answer(pressed.name)}`
  const help = [
    ...lay(choices, width, theme.style.highlight),
    ...(isOdd ? [theme.style.error('Press one of these keys.')] : []),
  ]
  return [`${question} `, help.join('\n')]
})

/** What is written on keys that Node calls otherwise. */
const LABELS: Readonly<Record<string, string>> = { return: 'Enter', space: 'Space' }

function lay(
  choices: readonly Key<unknown>[],
  width: number,
  highlight: (text: string) => string,
): readonly string[] {
  const lines: { text: string; width: number }[] = []
  for (const { key, name } of choices) {
    const label = LABELS[key] ?? key
    const length = label.length + 1 + widthOf(name)
    const text = `${highlight(label)} ${name}`
    const line = lines.at(-1)
    if (line === undefined || line.width + 2 + length >= width) lines.push({ text, width: length })
    else {
      line.text += `  ${text}`
      line.width += 2 + length
    }
  }
  return lines.map(({ text }) => text)
}
