/** The first lines of what is shown in full: its name, and the id behind it. */
import type { Style } from './style.ts'
import { truncate, widthOf, wrapText } from './text-width.ts'

/** @param name safe for a terminal. One that is longer than a line goes on below; the id stands where there is room for it. */
export function renderCardHeading(name: string, id: string, style: Style, width: number): readonly string[] {
  const lines = wrapText(name, width).map((line) => truncate(line, width, style.glyphs.more))
  const last = lines.at(-1) ?? ''
  const painted = lines.slice(0, -1).map(style.heading)
  return widthOf(last) + 2 + id.length <= width
    ? [...painted, `${style.heading(last)}  ${style.faint(id)}`]
    : [...painted, style.heading(last), style.faint(id)]
}
