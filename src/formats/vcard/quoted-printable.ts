/** Quoted-printable (RFC 2045, 6.7), with its soft line breaks taken out already. */

const EQUALS = 0x3d
const BACKSLASH = 0x5c
const SEMICOLON = 0x3b

/**
 * An `=` that no two hexadecimal digits follow stays as it is. A semicolon that was encoded belongs to the text, so it gets a backslash:
 * only plain ones separate the parts of a name.
 */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  // An encoded semicolon takes three bytes and becomes two at most, so the result is never longer.
  const decoded = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const code = byte === EQUALS ? hexOf(bytes[at + 1]) * 16 + hexOf(bytes[at + 2]) : Number.NaN
    if (Number.isNaN(code)) {
      decoded[length++] = byte
      continue
    }
    if (code === SEMICOLON && decoded[length - 1] !== BACKSLASH) decoded[length++] = BACKSLASH
    decoded[length++] = code
    at += 2
  }
  return decoded.subarray(0, length)
}

function hexOf(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte & 0xdf
  return letter >= 0x41 && letter <= 0x46 ? letter - 55 : Number.NaN
}
