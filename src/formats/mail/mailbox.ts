/** The headers of a mailbox in one file (mbox, RFC 4155, in all its dialects), or of a single mail. Bodies are read past. */
import type { Source } from '../source.ts'
import { createHeaderReader, type Header, type HeaderReader, isField } from './header.ts'
import { forEachLine } from './lines.ts'

/** A line that may part two mails, until the next one tells. */
interface Postmark {
  readonly line: number
  readonly offset: number
}

/** A body that is so long by its own account: `Content-Length` of mboxcl2, which leaves "From " lines in it as they are. */
interface Claim {
  readonly end: number
  /** How many mails there were when it was made. */
  readonly mails: number
}

type Place = 'start' | 'header' | 'body'

const FROM: readonly number[] = [...'From '].map((letter) => letter.charCodeAt(0))
/** asctime's hours and minutes, which every date of a "From " line has and hardly any sentence. */
const HAS_TIME = /\d:\d\d/
/** Between a body and the next "From " line: an empty line, CRLF. */
const MOST_BETWEEN = 2

/**
 * What `make` makes of each mail of a file, by its header and the 1-based line on which it begins, in order; undefined whereit begins neither with a "From " line nor with a field.
 *
 * A mailbox is parted at "From " lines that stand first or after an empty line, have a time of day or nothing else in them, and are
 * followed by a field: mboxrd and mboxo write `>From ` in bodies. Where a Content-Length comes out exactly at such a line, or at the
 * end of the file, what looked like mails in between was a part of the body; where it does not, it is an old one and means nothing.
 */
export function readMailbox<T>(
  source: Source,
  encoding: string,
  make: (header: Header, line: number) => T,
): readonly T[] | undefined {
  const mails: T[] = []
  let place: Place = 'start'
  let isMailbox = false
  let isMail = true
  let line = 0
  let end = 0
  let begunOn = 0
  let reader: HeaderReader = createHeaderReader(encoding)
  let postmark: Postmark | undefined
  let claim: Claim | undefined
  let isAfterEmpty = true

  const begin = (at: Postmark): void => {
    claim = settle(claim, at.offset, mails)
    reader = createHeaderReader(encoding)
    begunOn = at.line
    place = 'header'
  }
  const finish = (bodyAt: number): void => {
    const header = reader.finish()
    const length = header.get('content-length') ?? ''
    if (isMailbox && claim === undefined && /^\d{1,12}$/.test(length))
      claim = { end: bodyAt + Number(length), mails: mails.length + 1 }
    mails.push(make(header, begunOn))
    place = 'body'
  }

  forEachLine(
    source,
    (bytes, from, to, offset, next) => {
      line++
      end = next
      if (line === 1 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf)
        from += 3
      if (postmark !== undefined) {
        if (isField(bytes, from, to)) begin(postmark)
        else if (place === 'start') isMail = false
        postmark = undefined
      }
      const isEmpty = from === to
      if (place === 'header') {
        if (isEmpty) finish(next)
        else reader.add(bytes, from, to)
      } else if (isPostmark(bytes, from, to) && (isAfterEmpty || offset === claim?.end)) {
        if (place === 'start') isMailbox = true
        postmark = { line, offset }
      } else if (place === 'start' && !isEmpty) {
        isMail = isField(bytes, from, to)
        begin({ line, offset })
        reader.add(bytes, from, to)
      }
      isAfterEmpty = isEmpty
    },
    () => !isMail || (place === 'body' && !isMailbox),
  )
  if (!isMail) return undefined
  // Written in the closures above, where the compiler does not look.
  if ((place as Place) === 'header') finish(end)
  settle(claim, end, mails)
  return mails
}

/** The claim as it is at a "From " line or at the end: still open, or settled; one that comes out takes back what was begun within it. */
function settle(claim: Claim | undefined, at: number, mails: unknown[]): Claim | undefined {
  if (claim === undefined || at < claim.end) return claim
  if (at <= claim.end + MOST_BETWEEN) mails.length = claim.mails
  return undefined
}

function isPostmark(bytes: Uint8Array, from: number, to: number): boolean {
  if (FROM.some((byte, place) => bytes[from + place] !== byte)) return false
  const rest = String.fromCharCode(...bytes.subarray(from + FROM.length, Math.min(to, from + 300))).trim()
  return rest === '' || HAS_TIME.test(rest)
}
