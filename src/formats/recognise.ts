/** What a file is, by the first of its bytes: its name says nothing. */

export const FORMATS = {
  archive: "LinkedIn's archive (.zip)",
  vcard: 'vCard',
  calendar: 'iCalendar',
  mail: 'mail (mbox, or one message)',
  netkeep: "netkeep's JSON",
  monica: "Monica's JSON",
  'frm-log': "frm's log.jsonl",
  friends: 'friends.md',
  mutt: 'aliases of mutt',
  csv: 'CSV',
} as const
export type Format = keyof typeof FORMATS

/** @param head the first 64 KiB, or all of a shorter file. @returns undefined for what has none of the marks: perhaps CSV. */
export function recognise(head: Uint8Array): Format | undefined {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return 'archive'
  const text = textOf(head).trimStart()
  if (/^(?:[#;][^\r\n]*[\r\n]+|[\w-]+\.)*BEGIN:VCARD[ \t]*[\r\n]/i.test(text)) return 'vcard'
  if (/^BEGIN:VCALENDAR[ \t]*[\r\n]/i.test(text)) return 'calendar'
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(text)
  if (isMail(text)) return 'mail'
  if (/^### (?:Activities|Notes|Friends|Locations):[ \t]*$/m.test(text)) return 'friends'
  if (/^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*alias[ \t]+\S+[ \t]/.test(text)) return 'mutt'
  return undefined
}

/** Mozilla's old format of databases, which is text. */
export function isMork(head: Uint8Array): boolean {
  return textOf(head.subarray(0, 100)).startsWith('// <!-- <mdb:mork')
}

/** For ASCII marks any of the single-byte encodings will do. */
function textOf(head: Uint8Array): string {
  const isLittle = head[0] === 0xff && head[1] === 0xfe
  const isBig = head[0] === 0xfe && head[1] === 0xff
  const text = new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'latin1').decode(head)
  return text.replace(/^\u00ef\u00bb\u00bf/, '')
}

/** The first one may be any: programs sort the keys. */
const NETKEEP_KEY =
  /^\{\s*"(?:netkeep|settings|circles|contacts|mergedContacts|touchpoints|promises|relations|notSame|goals|freezes)"\s*:/

function jsonFormat(text: string): Format {
  if (/^\{\s*"(?:contact|path|time|note)"\s*:/.test(text) && /"time"\s*:/.test(text)) return 'frm-log'
  return NETKEEP_KEY.test(text) ? 'netkeep' : 'monica'
}

const MAIL_FIELDS = /^(?:from|to|date|subject|message-id|received|return-path|delivered-to|mime-version)$/i

/** An mbox begins with "From ", a message with header fields, of which some are those of every message. */
function isMail(text: string): boolean {
  const first = text.slice(0, text.indexOf('\n') + 1)
  if (first.startsWith('From ') && /^[!-9;-~]+:/.test(text.slice(first.length))) return true
  // Part of a message, or one that was saved without its envelope.
  if (/^(?:content-type:[ \t]*[a-z]+\/|mime-version:)/i.test(text)) return true
  let known = 0
  for (const line of text.split(/\r\n|\r|\n/, 100)) {
    if (/^[ \t]/.test(line)) continue
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1]
    if (name === undefined) break
    if (MAIL_FIELDS.test(name)) known++
  }
  return known >= 2
}
