/** Progress of work that takes longer than a second: one line on standard error that goes when the work is done. On a terminal only. */
import { remark, type Session } from '../session.ts'

export interface Progress {
  readonly tick: (done: number, total: number) => void
  /** Does the work, and takes the line away when it ends, however it ends. */
  during<T>(work: () => T): T
  /** Takes the line away, where the work could not be given to {@link during}. */
  end(): void
}

const PATIENCE_MS = 1000
/** Looking at the clock at every row would cost more than many rows do. */
const ROWS_BETWEEN_LOOKS = 256

export function createProgress(session: Session, what: string): Progress {
  const { context, options, mode } = session
  const isShown =
    context.stderr.isTerminal &&
    options.quiet !== true &&
    mode === 'terminal' &&
    context.env['TERM'] !== 'dumb'
  const start = Date.parse(session.now)
  let isWritten = false
  const end = (): void => {
    if (isWritten) remark(context, '\r\u001b[K')
    isWritten = false
  }
  return {
    tick: (done, total) => {
      if (!isShown || done % ROWS_BETWEEN_LOOKS !== 0 || Date.parse(context.now()) - start < PATIENCE_MS)
        return
      isWritten = true
      remark(context, `\r${what}: ${Math.floor((100 * done) / total)}% `)
    },
    during: (work) => {
      try {
        return work()
      } finally {
        end()
      }
    },
    end,
  }
}
