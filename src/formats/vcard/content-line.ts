/** One property of a vCard as a line: `item1.EMAIL;TYPE=work:ada@example.org`. */

/** As Address Book spells it; others do not care. */
const SPELT: ReadonlyMap<string, string> = new Map([['X-ABLABEL', 'X-ABLabel']])

/** Names in upper case; the values without quotes, in the order of the file. */
type Parameters = ReadonlyMap<string, readonly string[]>

export interface Head {
  /** `item1`, as written. */
  readonly group: string | null
  /** In upper case. */
  readonly name: string
  readonly parameters: Parameters
}

export interface ContentLine extends Head {
  /** Its escapes as they stand. */
  readonly value: string
}

/** Version 2.1 writes values without the name of their parameter: `TEL;WORK`, `PHOTO;BASE64`. What is not among these is a TYPE. */
const BARE: ReadonlyMap<string, string> = new Map([
  ['QUOTED-PRINTABLE', 'ENCODING'],
  ['BASE64', 'ENCODING'],
  ['B', 'ENCODING'],
  ['7BIT', 'ENCODING'],
  ['8BIT', 'ENCODING'],
  ['INLINE', 'VALUE'],
  ['URL', 'VALUE'],
  ['CONTENT-ID', 'VALUE'],
  ['CID', 'VALUE'],
])

/** What stands before the colon; undefined where that is no name. */
export function findHead(text: string): Head | undefined {
  const [first = '', ...parts] = splitOutsideQuotes(text.startsWith('\ufeff') ? text.slice(1) : text, ';')
  const dot = first.lastIndexOf('.')
  const name = first
    .slice(dot + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9_-]+$/.test(name)) return undefined
  const parameters = new Map<string, string[]>()
  for (const part of parts) addParameter(parameters, part)
  return { group: dot > 0 ? first.slice(0, dot).trim() : null, name, parameters }
}

function addParameter(parameters: Map<string, string[]>, part: string): void {
  const equals = part.indexOf('=')
  const written = part.slice(equals + 1).trim()
  if (written === '') return
  const key = equals === -1 ? (BARE.get(written.toUpperCase()) ?? 'TYPE') : part.slice(0, equals)
  const values = parameters.get(key.trim().toUpperCase())
  const added = splitOutsideQuotes(written, ',').map((value) => value.replaceAll('"', '').trim())
  if (values === undefined) parameters.set(key.trim().toUpperCase(), added)
  else for (const value of added) values.push(value)
}

function splitOutsideQuotes(text: string, separator: ';' | ','): readonly string[] {
  if (!text.includes('"')) return text.split(separator)
  const parts: string[] = []
  let [start, isQuoted] = [0, false]
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === separator && !isQuoted) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** A line as {@link formatContentLine} writes it; undefined for anything else. */
export function findContentLine(text: string): ContentLine | undefined {
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    if (text[at] !== ':' || isQuoted) continue
    const head = findHead(text.slice(0, at))
    return head === undefined ? undefined : { ...head, value: text.slice(at + 1) }
  }
  return undefined
}

/** Unfolded. A line break in the value becomes `\n`, so that it is one line whatever the value holds. */
export function formatContentLine({ group, name, parameters, value }: ContentLine): string {
  const written = [...parameters].map(([key, values]) => `;${key}=${values.map(quoteParameter).join(',')}`)
  const head = `${group === null ? '' : `${group}.`}${SPELT.get(name) ?? name}${written.join('')}`
  return `${head.replace(/[\r\n]+/g, ' ')}:${value.replace(/\r\n|\r|\n/g, '\\n')}`
}

function quoteParameter(value: string): string {
  return /[,;:]/.test(value) ? `"${value}"` : value
}

/** All values of TYPE in lower case, `type=WORK;type=pref` and `TYPE="work,pref"` alike. */
export function typesOf({ parameters }: Head): readonly string[] {
  return (parameters.get('TYPE') ?? []).flatMap((value) => value.toLowerCase().split(','))
}
