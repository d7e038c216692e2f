/** Damages files the way the world does: cut off, doubled, with bytes flipped, lines lost, pieces of other files in them. */

/** Whole numbers from 0 up to, not including, `below`. */
export type Draw = (below: number) => number

/** Pieces that mean something to one format or another. */
const PIECES: readonly string[] = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  '"',
  ',',
  ';',
  ':',
  '=\r\n',
  '=C3',
  '\\',
  '\u2028',
  '\ufeff',
  '\ud83d\ude00',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'PHOTO;ENCODING=b:',
  'BDAY:0000-00-00\r\n',
  'BEGIN:VEVENT\r\n',
  'RRULE:FREQ=SECONDLY\r\n',
  'DTSTART;TZID=Nowhere/Land:99999999T999999\r\n',
  '\nFrom x Mon Jan  1 00:00:00 2024\n',
  'Date: Thu, 32 Foo 99999 25:61:61 +9999\n',
  'From: =?utf-8?b?////?= <@@>\n',
  '{"',
  '[[[[',
  ']}',
  '1e400',
  '"__proto__":',
  '### Activities:\n',
  '**',
  'alias ',
]

/** One to four changes. */
export function mutate(bytes: Uint8Array, draw: Draw): Uint8Array {
  let mutated = bytes
  for (let left = 1 + draw(4); left > 0; left--) mutated = change(mutated, draw)
  return mutated
}

function change(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw(bytes.length + 1)
  const to = Math.min(bytes.length, at + 1 + draw(200))
  switch (draw(6)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      return splice(bytes, at, to, new Uint8Array())
    case 2:
      return splice(bytes, at, at, bytes.slice(at, to))
    case 3:
      return splice(bytes, at, at, new TextEncoder().encode(PIECES[draw(PIECES.length)]))
    case 4:
      return splice(bytes, at, Math.min(bytes.length, at + 1), Uint8Array.of(draw(256)))
    default:
      return splice(bytes, at, to, bytes.slice(draw(bytes.length + 1)).slice(0, 200))
  }
}

function splice(bytes: Uint8Array, from: number, to: number, instead: Uint8Array): Uint8Array {
  const result = new Uint8Array(from + instead.length + bytes.length - to)
  result.set(bytes.subarray(0, from))
  result.set(instead, from)
  result.set(bytes.subarray(to), from + instead.length)
  return result
}
