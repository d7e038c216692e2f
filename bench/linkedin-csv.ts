/** A Connections.csv as LinkedIn exports it. */
import { writeFileSync } from 'node:fs'
import { drawName, handleOf } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { ORGANIZATIONS, TITLES } from './words.ts'

const PREAMBLE = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
`
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function writeConnections(file: string, rows: number): void {
  const random = createRandom(30_000)
  writeFileSync(file, PREAMBLE + Array.from({ length: rows }, (_, index) => drawRow(random, index)).join(''))
}

/** One in twelve shows an address; a few have neither company nor position. */
function drawRow(random: Random, index: number): string {
  const { given, family } = drawName(random)
  const handle = handleOf(`${given}.${family}`)
  const url = `https://www.linkedin.com/in/${handle.replaceAll('.', '-')}-${index.toString(36)}`
  const email = random.chance(0.08) ? `${handle}${index}@mail.example` : ''
  const works = random.chance(0.95)
  const company = works ? `"${random.pick(ORGANIZATIONS)}, Inc."` : ''
  const position = works ? random.pick(TITLES) : ''
  const day = `${String(1 + random.below(28)).padStart(2, '0')} ${random.pick(MONTHS)} ${2010 + random.below(15)}`
  return `${given},${family},${url},${email},${company},${position},${day}\n`
}
