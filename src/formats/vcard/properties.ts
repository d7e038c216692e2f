/** The properties of a vCard file, unfolded and decoded, in the order they stand. */
import type { ReadOptions, Source } from '../source.ts'
import { type Decode, decoderOf, singleByteChunks } from './charset.ts'
import { type ContentLine, findHead, type Head } from './content-line.ts'
import { type ByteBuffer, byteBuffer, linesIn, MOST_KEPT_BYTES, type RawLine } from './lines.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'

/** The name is '' for a line that is no property; its text is the value. */
export interface Property extends ContentLine {
  /** Line of the file on which it starts. */
  readonly line: number
  /** Decoded size of a photo or the like, of which the value is ''; null for text. */
  readonly bytes: number | null
  readonly isQuotedPrintable: boolean
  /** Written by the rules of version 2.1, where a comma is a comma. */
  readonly isOld: boolean
}

type Encoding = 'text' | 'quoted-printable' | 'base64' | 'media'

type FindHead = (text: string) => Head | undefined

/** A property that may go on in the next line. */
interface Open {
  readonly line: number
  /** Name, parameters and value; of media only what stands before the value. */
  readonly buffer: ByteBuffer
  readonly find: FindHead
  /** As far as ASCII tells. */
  head: Head | undefined
  /** Where the colon is; -1 while it has not come. */
  colon: number
  scanned: number
  isQuoted: boolean
  encoding: Encoding
  /** Ends with the `=` by which quoted-printable goes on in the next line. */
  isSoft: boolean
  /** Of media: how many characters of base64 there were. */
  characters: number
}

const [TAB, SPACE, QUOTE, HASH, COLON, EQUALS] = [9, 32, 0x22, 0x23, 0x3a, 0x3d]
/** Name and parameters are never as long; text without a colon is not searched to its end. */
const MOST_HEAD_BYTES = 65_536
const MEDIA = ['PHOTO', 'LOGO', 'SOUND', 'KEY']
const DATA_URI = /^\s*data:[^,]{0,200},/i
const END = /^end:vcard\s*$/i

export function isMedia(name: string): boolean {
  return MEDIA.includes(name)
}

export function* propertiesIn(source: Source, options: Pick<ReadOptions, 'encoding'>): Generator<Property> {
  const decode = decoderOf(options.encoding)
  const buffer = byteBuffer(MOST_KEPT_BYTES)
  const find = headFinder()
  let open: Open | undefined
  let isOld = false
  for (const raw of linesIn(singleByteChunks(source, options.encoding))) {
    if (open !== undefined && goOn(open, raw, isOld)) continue
    if (open !== undefined) {
      const property = propertyOf(open, decode, isOld)
      if (property.name === 'VERSION') isOld = property.value.trim().startsWith('2')
      if (property.name === 'BEGIN') isOld = false
      yield property
    }
    open = isBlank(raw.bytes) || raw.bytes[0] === HASH ? undefined : begin(raw, buffer, find)
  }
  if (open !== undefined) yield propertyOf(open, decode, isOld)
}

function isBlank(bytes: Uint8Array): boolean {
  let at = 0
  while (bytes[at] === SPACE || bytes[at] === TAB) at++
  return at === bytes.length
}

function begin(raw: RawLine, buffer: ByteBuffer, find: FindHead): Open {
  buffer.clear()
  const open: Open = {
    line: raw.line,
    buffer,
    find,
    head: undefined,
    colon: -1,
    scanned: 0,
    isQuoted: false,
    encoding: 'text',
    isSoft: false,
    characters: 0,
  }
  add(open, raw.bytes, raw.length)
  return open
}

/** Takes the line if it belongs to the property: folded, behind a soft break, or more base64. */
function goOn(open: Open, { bytes, length }: RawLine, isOld: boolean): boolean {
  if (open.isSoft) {
    if (length < 20 && END.test(asciiOf(bytes))) return false
    add(open, bytes, length)
    return true
  }
  const isFolded = bytes[0] === SPACE || bytes[0] === TAB
  if (isFolded && !isBlank(bytes)) {
    // Version 2.1 folds with any amount of white space.
    let start = 1
    while (isOld && (bytes[start] === SPACE || bytes[start] === TAB)) start++
    add(open, bytes.subarray(start), length - start)
    return true
  }
  const isBase64 = open.encoding === 'base64' || open.encoding === 'media'
  if (!isBase64 || isBlank(bytes) || bytes.includes(COLON)) return false
  add(open, bytes, length)
  return true
}

function add(open: Open, bytes: Uint8Array, length: number): void {
  if (open.encoding === 'media') {
    open.characters += charactersIn(bytes, length)
    return
  }
  open.buffer.append(bytes)
  if (open.colon === -1) findColon(open)
  if (open.encoding === 'quoted-printable') cutSoftBreak(open, bytes, length)
  if (open.head === undefined || !isMedia(open.head.name)) return
  if (open.encoding === 'base64') countMedia(open, open.colon + 1, length - bytes.length)
  else if (open.buffer.length() < MOST_HEAD_BYTES + MOST_KEPT_BYTES) findDataUri(open, length - bytes.length)
}

function findColon(open: Open): void {
  const bytes = open.buffer.room()
  const end = Math.min(open.buffer.kept(), MOST_HEAD_BYTES)
  for (; open.scanned < end; open.scanned++) {
    const byte = bytes[open.scanned]
    if (byte === QUOTE) open.isQuoted = !open.isQuoted
    if (byte !== COLON || open.isQuoted) continue
    open.colon = open.scanned
    // What decides how the value is read is plain ASCII; the rest of it is decoded with the value.
    open.head = open.find(asciiOf(bytes, open.colon))
    open.encoding = encodingOf(open.head)
    return
  }
}

function encodingOf(head: Head | undefined): Encoding {
  const encoding = head?.parameters.get('ENCODING')?.at(-1)?.toUpperCase()
  if (encoding === 'QUOTED-PRINTABLE' || encoding === 'Q') return 'quoted-printable'
  return encoding === 'B' || encoding === 'BASE64' ? 'base64' : 'text'
}

/** Some programs leave a space behind the `=`. Of a line that was cut the end is not known: it goes on, or the property ends here. */
function cutSoftBreak(open: Open, bytes: Uint8Array, length: number): void {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === SPACE || bytes[end - 1] === TAB)) end--
  open.isSoft = length === bytes.length && end > 0 && bytes[end - 1] === EQUALS
  if (open.isSoft) open.buffer.cutTo(open.buffer.length() - (bytes.length - end) - 1)
}

/** Forgets the base64 that has come, and from now on only counts. `more` is what was not even kept of the line. */
function countMedia(open: Open, start: number, more: number): void {
  const value = open.buffer.bytes().subarray(start)
  open.characters += charactersIn(value, value.length + more)
  open.buffer.cutTo(open.colon + 1)
  open.encoding = 'media'
}

/** Version 4.0: `PHOTO:data:image/jpeg;base64,…`. */
function findDataUri(open: Open, more: number): void {
  const value = open.buffer.bytes().subarray(open.colon + 1, open.colon + 260)
  const uri = DATA_URI.exec(asciiOf(value))
  if (uri !== null) countMedia(open, open.colon + 1 + uri[0].length, more)
}

/** Without the padding and the white space at the end. */
function charactersIn(bytes: Uint8Array, length: number): number {
  let end = bytes.length
  while (end > 0 && [SPACE, TAB, EQUALS].includes(bytes[end - 1] ?? 0)) end--
  let start = 0
  while (start < end && (bytes[start] === SPACE || bytes[start] === TAB)) start++
  return length - bytes.length + end - start
}

function propertyOf(open: Open, decode: Decode, isOld: boolean): Property {
  const bytes = open.buffer.room()
  const kept = open.buffer.kept()
  // A quote that is never closed hides every colon.
  const colon =
    open.colon === -1 ? bytes.subarray(0, Math.min(kept, MOST_HEAD_BYTES)).indexOf(COLON) : open.colon
  const head = colon === -1 ? undefined : wholeHead(open, bytes, colon, decode)
  if (head === undefined) return make(NO_HEAD, decode(bytes.subarray(0, Math.min(kept, 200)), undefined))
  if (open.encoding === 'media') return make(head, '', Math.floor((open.characters * 3) / 4))
  const value = bytes.subarray(colon + 1, kept)
  const charset = head.parameters.get('CHARSET')?.[0]
  if (open.encoding !== 'base64') {
    return make(head, decode(open.encoding === 'text' ? value : decodeQuotedPrintable(value), charset))
  }
  const decoded = decodeBase64(value)
  const text = decode(decoded, charset)
  return /[\0-\x08]/.test(text) ? make(head, '', decoded.length) : make(head, text)

  /** Field by field: to spread the head would take ten times as long as all the rest. */
  function make({ group, name, parameters }: Head, value: string, size: number | null = null): Property {
    const isQuotedPrintable = open.encoding === 'quoted-printable'
    return { group, name, parameters, value, line: open.line, bytes: size, isQuotedPrintable, isOld }
  }
}

const NO_HEAD: Head = { group: null, name: '', parameters: new Map() }

/** Parameters hold text too: `SORT-AS`. */
function wholeHead(open: Open, bytes: Uint8Array, colon: number, decode: Decode): Head | undefined {
  let at = open.head === undefined ? colon : 0
  while (at < colon && (bytes[at] ?? 0) < 0x80) at++
  if (open.head !== undefined && at === colon) return open.head
  return open.find(decode(bytes.subarray(0, colon), undefined))
}

/** One character a byte: for names and signs of the syntax, which are ASCII. A TextDecoder would take longer for so few. */
function asciiOf(bytes: Uint8Array, end: number = bytes.length): string {
  let text = ''
  for (let at = 0; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

const MOST_HEADS = 1000

/** {@link findHead}, once for each text: the same few stand in every card. */
function headFinder(): FindHead {
  const known = new Map<string, Head | undefined>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= MOST_HEADS) known.clear()
    const head = findHead(text)
    known.set(text, head)
    return head
  }
}

/** Text in base64, as some phones write notes. What is not base64 is left as it is. */
function decodeBase64(bytes: Uint8Array): Uint8Array {
  try {
    return Uint8Array.from(atob(asciiOf(bytes)), (letter) => letter.charCodeAt(0))
  } catch {
    return bytes
  }
}
