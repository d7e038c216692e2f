/**
 * Makes user data safe for a terminal, in one place: whatever a name or note holds, it can neither move the cursor nor reorder, hide
 * or overflow the line it stands in. Characters are judged by their Unicode category, not by a list of known attacks.
 */

/**
 * Text of printable ASCII and the letters and signs of common scripts, each of them assigned, visible and no mark. Nearly all names are
 * of this kind, and for them the expressions below, which take 10 ms to build, are never looked at.
 */
const PLAIN =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u0481\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/

/** What a reader cannot see: controls, format characters, separators, fillers, private use, unassigned. */
function isUnsafe(text: string): boolean {
  return /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(text)
}

/**
 * Sequences that need an invisible character to be what they are: emoji with joiners, variation selectors or tags (the flag of Scotland),
 * and the joiners of scripts that are written with them (Persian, Hindi).
 */
function legitimateSequences(text: string): Iterable<RegExpExecArray> {
  return text.matchAll(
    /\p{RGI_Emoji}|\p{Emoji}\ufe0f|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Sinhala}][\p{M}]*)[\u200c\u200d](?=[\p{L}\p{M}])/gv,
  )
}

/** `text` on one line, with anything unsafe shown as its code point: `\u{1b}`. Text without such characters is unchanged. */
export function safeText(text: string): string {
  if (PLAIN.test(text)) return text
  // More than eight marks on one letter are no language: they climb over the lines above.
  const capped = text.replace(/(\p{M}{8})\p{M}+/gu, '$1')
  if (!isUnsafe(capped)) return capped
  let safe = ''
  let end = 0
  for (const { index, 0: sequence } of legitimateSequences(capped)) {
    safe += escapeUnsafe(capped.slice(end, index)) + sequence
    end = index + sequence.length
  }
  return safe + escapeUnsafe(capped.slice(end))
}

function escapeUnsafe(text: string): string {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (character) => `\\u{${codeOf(character)}}`,
  )
}

function codeOf(character: string): string {
  return character.codePointAt(0)?.toString(16) ?? ''
}

/** A note of several lines as safe lines. */
export function safeLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r]/).map(safeText)
}

/** The first line of a note, marked when there are more. */
export function firstLine(text: string, more: string): string {
  const [first = '', ...rest] = safeLines(text.trim())
  return rest.length > 0 ? `${first} ${more}` : first
}

/** JSON in which the unsafe characters are written as JSON escapes, so that it can be shown on a terminal too. Ends with a newline. */
export function safeJson(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`
}

/** The same on one line, without its end. */
export function safeJsonLine(value: unknown): string {
  return escapeJson(JSON.stringify(value))
}

function escapeJson(json: string): string {
  return json.replace(/[^\n\x20-\x7e]/gu, escapeForJson)
}

function escapeForJson(character: string): string {
  if (PLAIN.test(character) || !isUnsafe(character)) return character
  let escaped = ''
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
  }
  return escaped
}
