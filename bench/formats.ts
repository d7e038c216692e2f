/** Files of contacts and mail as other programs write them, large ones. */
import { appendFileSync, writeFileSync } from 'node:fs'
import { drawName, handleOf } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { ORGANIZATIONS, TITLES } from './words.ts'

/** vCard 3.0 as phones export it: one in three has a birthday, all an address, a number, an organization. */
export function writeVcards(file: string, cards: number): void {
  const random = createRandom(10_000)
  writeFileSync(file, Array.from({ length: cards }, (_, index) => drawCard(random, index)).join(''))
}

function drawCard(random: Random, index: number, photo = ''): string {
  const { given, family } = drawName(random)
  const day = String(1 + random.below(28)).padStart(2, '0')
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${family};${given};;;`,
    `FN:${given} ${family}`,
    `ORG:${random.pick(ORGANIZATIONS)};Sales`,
    `TITLE:${random.pick(TITLES)}`,
    `EMAIL;TYPE=INTERNET;TYPE=WORK:${handleOf(`${given}.${family}`)}${index}@mail.example`,
    `TEL;TYPE=CELL:+49 30 ${100_000 + index}`,
    'ADR;TYPE=HOME:;;Main Street 1;Berlin;;10115;Germany',
    ...(random.chance(0.33) ? [`BDAY:19${60 + random.below(40)}-0${1 + random.below(9)}-${day}`] : []),
    `UID:card-${index}`,
    ...(photo === '' ? [] : [photo]),
    'END:VCARD',
    '',
  ].join('\r\n')
}

/** Cards with a photo of a megabyte each, together as many bytes as said. */
export function writePhotos(file: string, bytes: number): void {
  const random = createRandom(100)
  const photo = `PHOTO;ENCODING=b;TYPE=JPEG:/9j/${'A'.repeat(67)}\r\n${` ${'QUJD'.repeat(18)}AA\r\n`.repeat(13_500)} AAAA`
  writeFileSync(file, '')
  for (let index = 0, written = 0; written < bytes; index++) {
    const card = drawCard(random, index, photo)
    appendFileSync(file, card)
    written += card.length
  }
}

/** An mbox of letters to and from some hundred people, with bodies of some kilobytes; one in ten is a newsletter. */
export function writeMbox(file: string, messages: number, own: string): void {
  const random = createRandom(20_000)
  const people = Array.from({ length: 400 }, (_, index) => {
    const { given, family } = drawName(random)
    return `${given} ${family} <${handleOf(`${given}.${family}`)}${index}@mail.example>`
  })
  const body = `Dear reader,\r\n\r\n${'It was good to see you; here is what we spoke of.\r\n'.repeat(60)}`
  writeFileSync(file, '')
  for (let start = 0; start < messages; start += 1000) {
    const letters = Array.from({ length: Math.min(1000, messages - start) }, (_, index) =>
      drawLetter(random, start + index, random.pick(people), own, body),
    )
    appendFileSync(file, letters.join(''))
  }
}

function drawLetter(random: Random, index: number, other: string, own: string, body: string): string {
  const isMine = random.chance(0.4)
  const [from, to] = isMine ? [`Me <${own}>`, other] : [other, `Me <${own}>`]
  const date = `${1 + random.below(28)} ${random.pick(['Jan', 'Mar', 'May', 'Sep'])} ${2020 + random.below(6)} 10:${10 + random.below(49)}:00 +0100`
  return [
    `From mail ${date}`,
    `Received: from mail.example (mail.example [192.0.2.1]) by mx.example; ${date}`,
    `Date: ${date}`,
    `From: ${from}`,
    `To: ${to}`,
    ...(random.chance(0.1) ? ['List-Id: <news.example>'] : []),
    'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
    `Message-ID: <${index}@mail.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n')
}
