/** Links: what an e-mail address, a phone number or a stored URL becomes for the program that opens such things. */
import type { PointKind } from './contact.ts'
import type { ListedContact } from './contact-line.ts'

export type LinkKind = 'mail' | 'phone' | 'web'

export interface Link {
  readonly kind: LinkKind
  /** As it is stored. */
  readonly value: string
  /** `mailto:`, `tel:`, `http:` or `https:`, of ASCII alone, without white space and quotes. */
  readonly link: string
}

export interface Message {
  readonly to: readonly string[]
  readonly subject: string
  readonly body: string
}

/** What links open with: a touchpoint by this channel comes of it. */
export const CHANNEL_OF_LINK: Readonly<Record<LinkKind, string>> = {
  mail: 'email',
  phone: 'call',
  web: 'message',
}

/** After a touch by such a channel, its kind of link comes first. */
const KIND_OF_CHANNEL: ReadonlyMap<string, LinkKind> = new Map([
  ['email', 'mail'],
  ['call', 'phone'],
  ['message', 'web'],
  ['social', 'web'],
])

type Reachable = Pick<ListedContact, 'emails' | 'phones' | 'urls' | 'lastChannel'>

/** The links of a contact, those that fit the last channel first; else mail, phone, web. What cannot be opened is not among them. */
export function linksOf(contact: Reachable): readonly Link[] {
  const first = KIND_OF_CHANNEL.get(contact.lastChannel ?? '')
  const links = pointsOf(contact).flatMap(({ kind, value }) => linkFor(kind, value) ?? [])
  return [...links.filter(({ kind }) => kind === first), ...links.filter(({ kind }) => kind !== first)]
}

/** Stored addresses of these kinds that are never opened: `javascript:…`, a file, a number in words. */
export function unopenableOf(contact: Reachable, kinds: readonly LinkKind[]): readonly string[] {
  return pointsOf(contact)
    .filter(({ kind, value }) => kinds.includes(KIND_OF_POINT[kind]) && linkFor(kind, value) === undefined)
    .map(({ value }) => value)
}

const KIND_OF_POINT: Readonly<Record<PointKind, LinkKind>> = { email: 'mail', phone: 'phone', url: 'web' }

function pointsOf({
  emails,
  phones,
  urls,
}: Reachable): readonly { readonly kind: PointKind; readonly value: string }[] {
  return [
    ...emails.map((value) => ({ kind: 'email' as const, value })),
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
    ...urls.map((value) => ({ kind: 'url' as const, value })),
  ]
}

/** @returns undefined for what is not safe to open, or no address at all. */
export function linkFor(kind: PointKind, value: string): Link | undefined {
  if (kind === 'phone') return made('phone', value, telLink(value))
  // Neither an address nor a URL has any; some programs leave them out silently, and then open something else.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)) return undefined
  return kind === 'url' ? linkForUrl(value) : made('mail', value, mailLink(value))
}

function made(kind: LinkKind, value: string, link: string | undefined): Link | undefined {
  return link === undefined ? undefined : { kind, value, link }
}

function mailLink(address: string): string | undefined {
  return /^[^\s@<>]+@[^\s@<>]+$/u.test(address)
    ? mailtoLink({ to: [address], subject: '', body: '' })
    : undefined
}

/** `mailto:` of RFC 6068: subject and body where they are not empty, line ends as CRLF. */
export function mailtoLink({ to, subject, body }: Message): string {
  const fields = [
    ...(subject === '' ? [] : [`subject=${encode(subject)}`]),
    ...(body === '' ? [] : [`body=${encode(body.replaceAll(/\r\n|[\n\r]/g, '\r\n'))}`]),
  ]
  return `mailto:${to.map(encodeAddress).join(',')}${fields.length === 0 ? '' : `?${fields.join('&')}`}`
}

/** The @ stays, everything that could be taken for a part of the link is encoded: `gorby%25kremvax@example.com`. */
function encodeAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${encode(address.slice(0, at))}@${encode(address.slice(at + 1))}`
}

/** Leaves letters, digits and `-._~` only: a quote in a link would mean something to the scripts it is used in. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

const PHONE = /^(\+?)((?:[ \u00a0./–-]*\d)+)[ \u00a0]*(?:(?:,|;?ext[.=]?|x|#)[ \u00a0]*(\d{1,8}))?$/iu

/** `tel:` of RFC 3966, digits alone: `+44 (0)20 7946-0100 ext. 12` is `tel:+442079460100;ext=12`. Codes with * or # are no numbers. */
function telLink(value: string): string | undefined {
  const plain = value
    // Telephones put marks of direction around the numbers that they copy.
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^(\+\d[\d \u00a0]*)\(0\)/u, '$1')
    // (work), and the brackets around an area code.
    .replaceAll(/\([^()\d]*\)/gu, '')
    .replaceAll(/[()]/g, ' ')
    .trim()
  const [, plus = '', digits = '', extension] = PHONE.exec(plain) ?? []
  if (digits === '') return undefined
  return `tel:${plus}${digits.replaceAll(/\D/g, '')}${extension === undefined ? '' : `;ext=${extension}`}`
}

const SCHEME = /^([a-z][a-z\d+.-]*):/i
/** `example.com:8080` has a port, not a scheme. */
const HOST_AND_PORT = /^[^/:]+\.[^/:]+:\d{1,5}(?:[/?#]|$)/

function linkForUrl(value: string): Link | undefined {
  const typed = value.trim()
  const [, scheme] = HOST_AND_PORT.test(typed) ? [] : (SCHEME.exec(typed) ?? [])
  switch (scheme?.toLowerCase()) {
    case 'mailto':
      return made('mail', value, mailLink(decoded(typed.slice('mailto:'.length).replace(/\?.*$/s, ''))))
    case 'tel':
      return made('phone', value, telLink(typed.slice('tel:'.length)))
    case 'http':
    case 'https':
      return made('web', value, webLink(typed, false))
    case undefined:
      return made('web', value, webLink(`https://${typed.replace(/^\/\//, '')}`, true))
    default:
      return undefined
  }
}

/** @param isGuessed whether the scheme was put before it: then only a name with a dot is one of a host. */
function webLink(text: string, isGuessed: boolean): string | undefined {
  if (!/^https?:\/\/[^/\\]/i.test(text) || !URL.canParse(text)) return undefined
  const { hostname, username, password, href } = new URL(text)
  // `https://linkedin.com@example.com` leads elsewhere than it seems, and no profile needs a name and password.
  if (username !== '' || password !== '') return undefined
  if (isGuessed && (hostname.startsWith('-') || !/[^.]\.[^.]/.test(hostname))) return undefined
  // What the URL standard leaves of them in paths means the same when encoded.
  return href.replaceAll("'", '%27').replaceAll('"', '%22')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
