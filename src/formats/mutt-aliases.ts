/** Aliases as mutt and neomutt keep them: `alias ada Ada Lovelace <ada@example.org>`, in a file of their own or in a muttrc. */
import { checkName } from '../domain/contact.ts'
import {
  type ImportedContact,
  type ImportFile,
  importedContact,
  type RowReport,
  type SourceRow,
} from '../domain/import-file.ts'
import { turnedName } from '../domain/turned-name.ts'
import { baseNameOf } from './base-name.ts'
import { quoteCell } from './csv.ts'
import { kept, keptLabels, keptPoints, type Tell } from './csv-contacts/kept-values.ts'
import type { ReadOptions, Source } from './source.ts'
import { decodeText } from './text-encoding.ts'

/** One alias line, with the lines that continue it. */
interface AliasLine {
  readonly source: SourceRow
  readonly key: string
  readonly groups: readonly string[]
  readonly addresses: string
}

interface Address {
  readonly name: string
  readonly email: string
}

const ALIAS = /^\s*alias\s/

/** Whether a text is a file of mutt's: its first line that says something is an alias with an address or other aliases, none of a shell's. */
export function isMuttAliases(text: string): boolean {
  const first = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/)
    .find((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
  return first !== undefined && /^\s*alias\s+[^\s=]+\s+[^\s=].*@/.test(first)
}

/**
 * Each address is a contact. The key of an alias for one is the contact's alias; that of an alias for several, and the groups, are tags. An
 * alias that names others gives them its key as a tag.
 */
export function readMuttAliases(source: Source, options: ReadOptions): ImportFile {
  const file = baseNameOf(source.name)
  const { aliases, skipped } = aliasesIn(decodeText(source.bytes(), source.name, options.encoding), file)
  const partial: RowReport[] = []
  const contacts: ImportedContact[] = []
  const byKey = new Map<string, readonly number[]>()
  const lists: { readonly alias: AliasLine; readonly keys: readonly string[] }[] = []
  for (const alias of aliases) {
    const tell: Tell = (reason) => partial.push({ source: alias.source, reason })
    const parts = splitAddresses(alias.addresses)
    const addresses = parts.filter((part) => part.includes('@')).map(addressOf)
    const isList = parts.length > 1
    const first = contacts.length
    for (const address of addresses) {
      const contact = contactOf(alias, address, isList, tell)
      if (contact !== undefined) contacts.push(contact)
    }
    byKey.set(alias.key.toLowerCase(), range(first, contacts.length))
    const keys = parts.filter((part) => !part.includes('@'))
    if (keys.length > 0) lists.push({ alias, keys })
    if (contacts.length === first && keys.length === 0)
      skipped.push({ source: alias.source, reason: 'an alias without an address' })
  }
  for (const { alias, keys } of lists) {
    for (const key of keys) {
      const members = byKey.get(key.toLowerCase())
      if (members === undefined)
        partial.push({
          source: alias.source,
          reason: `${quoteCell(key)} is neither an address nor an alias in this file`,
        })
      for (const at of members ?? []) {
        const member = contacts[at]
        if (member !== undefined) contacts[at] = withTag(member, alias.key)
      }
    }
  }
  skipped.sort((a, b) => a.source.line - b.source.line)
  return { contacts, touchpoints: [], skipped, bad: [], partial }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function withTag(contact: ImportedContact, tag: string): ImportedContact {
  return contact.tags.includes(tag) ? contact : { ...contact, tags: [...contact.tags, tag] }
}

function contactOf(
  { source, key, groups }: AliasLine,
  { name, email }: Address,
  isList: boolean,
  tell: Tell,
): ImportedContact | undefined {
  const points = keptPoints([{ kind: 'email', value: email }], tell)
  if (points.length === 0) return undefined
  return importedContact({
    source,
    name: kept(turnedName(name), checkName, tell) ?? '',
    points,
    aliases: isList ? [] : keptLabels([key], 'alias', tell),
    tags: keptLabels(isList ? [...groups, key] : groups, 'tag', tell),
  })
}

function aliasesIn(
  text: string,
  file: string,
): { readonly aliases: readonly AliasLine[]; readonly skipped: RowReport[] } {
  const aliases: AliasLine[] = []
  const skipped: RowReport[] = []
  for (const { line, text: written } of logicalLines(text)) {
    const source = { file, line }
    const said = withoutComment(written).trim()
    if (said === '') continue
    const alias = ALIAS.test(said) ? aliasIn(said, source) : undefined
    if (alias === undefined) skipped.push({ source, reason: 'not an alias' })
    else aliases.push(alias)
  }
  return { aliases, skipped }
}

/** A backslash at its end joins a line with the next. */
function logicalLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  const lines: { line: number; text: string }[] = []
  let open: string[] = []
  const all = text.split(/\r\n|\r|\n/)
  for (const [at, line] of all.entries()) {
    const isOpen = line.endsWith('\\') && at < all.length - 1
    open.push(isOpen ? line.slice(0, -1) : line)
    if (isOpen) continue
    lines.push({ line: at + 2 - open.length, text: open.join('') })
    open = []
  }
  return lines
}

/** A comment begins at a # outside of quotes, at the start of a word. */
function withoutComment(line: string): string {
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '"') isQuoted = !isQuoted
    else if (line[at] === '#' && !isQuoted && (at === 0 || /\s/.test(line[at - 1] ?? '')))
      return line.slice(0, at)
  }
  return line
}

/** `alias [-group name]... key addresses` */
function aliasIn(line: string, source: SourceRow): AliasLine | undefined {
  let rest = line.replace(/^\s*alias\s+/, '')
  const groups: string[] = []
  for (;;) {
    const group = /^-group\s+("[^"]*"|\S+)\s+/.exec(rest)
    if (group === null) break
    groups.push(unquoted(group[1] ?? ''))
    rest = rest.slice(group[0].length)
  }
  const found = /^(\S+)\s+(\S.*)$/s.exec(rest)
  if (found === null) return undefined
  return { source, key: unquoted(found[1] ?? ''), groups, addresses: found[2] ?? '' }
}

/** Cuts at commas, and at the colon and semicolon of a group, outside of quotes, comments and angles. */
function splitAddresses(text: string): readonly string[] {
  const parts: string[] = []
  let [start, isQuoted, depth, isInAngles] = [0, false, 0, false]
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at] ?? ','
    if (sign === '\\') at++
    else if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0 && at < text.length) continue
    else if (sign === '<') isInAngles = true
    else if (sign === '>') isInAngles = false
    else if (sign === ':' && !isInAngles) start = at + 1
    else if ((sign === ',' || sign === ';') && (!isInAngles || at >= text.length)) {
      parts.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  if (start < text.length) parts.push(text.slice(start).trim())
  return parts.filter((part) => part !== '')
}

/** `Ada Lovelace <ada@x.org>`, `"Lovelace, Ada" <ada@x.org>`, `ada@x.org (Ada Lovelace)`, `ada@x.org`. */
function addressOf(part: string): Address {
  const open = part.lastIndexOf('<')
  const close = part.indexOf('>', open)
  if (open !== -1 && close !== -1)
    return { name: unquoted(part.slice(0, open).trim()), email: part.slice(open + 1, close).trim() }
  const comment = part.indexOf('(')
  if (comment === -1) return { name: '', email: part.trim() }
  const end = part.lastIndexOf(')')
  return {
    name: unescaped(part.slice(comment + 1, end === -1 ? undefined : end).trim()),
    email: part.slice(0, comment).trim(),
  }
}

function unquoted(text: string): string {
  const isQuoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"')
  return unescaped(isQuoted ? text.slice(1, -1) : text)
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1')
}
