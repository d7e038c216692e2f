import { expect, test } from 'vitest'
import { csvKindOf } from '../../src/formats/csv-kind.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each([
  ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', 'connections'],
  ['Notes:\n"When exporting, you may notice…"\n\nFirst Name,Last Name,Connected On', 'connections'],
  ['CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT', 'messages'],
  ['From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl', 'invitations'],
  ['First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary', 'profile'],
  ['First Name,Last Name,Email,Phone', 'contacts'],
  ['First Name,Middle Name,Last Name,Phonetic First Name,Labels', 'contacts'],
  ['Name;E-Mail', 'contacts'],
  ['', 'contacts'],
])('%j is told by its header: %s', (header, kind) => {
  expect(csvKindOf(bytes(`${header}\na,b,c\n`))).toBe(kind)
})

test('in UTF-16 and in other encodings too', () => {
  const header = '\ufeffFirst Name\tLast Name\tConnected On\n'
  expect(csvKindOf(new Uint8Array(Buffer.from(header, 'utf16le')))).toBe('connections')
  expect(csvKindOf(Uint8Array.of(...bytes('Zo'), 0xeb, ...bytes(',x\n')), 'windows-1252')).toBe('contacts')
})
