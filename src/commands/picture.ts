/** Answering with a picture. */
import { PIPED_STYLE, type Style } from '../render/style.ts'
import type { Session } from '../session.ts'

/** A picture in a pipe has no terminal to fit into. */
const PIPED_WIDTH = 80

/** As wide as the terminal; in a pipe 80 columns of ASCII. */
export function showPicture(
  session: Session,
  draw: (style: Style, width: number) => string,
  json: () => unknown,
): Promise<void> {
  return session.show({
    json,
    piped: () => draw(PIPED_STYLE, PIPED_WIDTH),
    terminal: (style) => draw(style, session.width),
  })
}
