/** Long lines cut into several (RFC 6350, 3.2; RFC 2426, 2.6). */

const MOST_OCTETS = 75

/** Lines of at most 75 octets, each with its CRLF; those after the first begin with a space, and no character is cut in two. */
export function foldLine(line: string): string {
  let folded = ''
  let [start, octets] = [0, 0]
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) ?? 0
    const size = octetsOf(code)
    if (octets + size > MOST_OCTETS) {
      folded += `${line.slice(start, at)}\r\n `
      start = at
      octets = 1
    }
    octets += size
    at += code > 0xffff ? 2 : 1
  }
  return `${folded}${line.slice(start)}\r\n`
}

/** In UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
