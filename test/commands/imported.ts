/** Networks that an import brings. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

const CONNECTIONS_HEAD = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
const MESSAGES_HEAD =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER'

/** Writes a Connections.csv of these contacts, `c1` to so many, met on the days of June 2024, and returns its name. */
export function writeNumbered(folder: string, count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    return `C${number},Imported,https://www.linkedin.com/in/c${number},,,,${String(1 + (index % 30)).padStart(2, '0')} Jun 2024`
  })
  writeFileSync(path.join(folder, 'Connections.csv'), lines(CONNECTIONS_HEAD, ...rows))
  return 'Connections.csv'
}

export async function withNumbered(count: number): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('import', writeNumbered(netkeep.folder, count))
  return netkeep
}

/**
 * On 22 November: Grace with two touchpoints, the last on 12 November; Ada with two, the last on 20 January; Alan with one light one;
 * Kay and Zoe met in 2025 and in 2024.
 */
export async function withFive(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  const connections = [
    'Zoe,Baker,https://www.linkedin.com/in/zoe,,Bakery,,03 Mar 2024',
    'Kay,McNulty,https://www.linkedin.com/in/kay,,,Programmer,04 Apr 2025',
    'Alan,Turing,https://www.linkedin.com/in/alan,,,,05 May 2020',
    'Ada,Lovelace,https://www.linkedin.com/in/ada,ada@engines.example,Engines,Analyst,03 Mar 2021',
    'Grace,Hopper,https://www.linkedin.com/in/grace,grace@navy.mil,Navy,Rear admiral,12 Jan 2020',
  ]
  const me = 'Jean Bartik,https://www.linkedin.com/in/jean'
  const talk = (conversation: string, who: string, day: string): readonly string[] => [
    `${conversation},,${me},${who},${day} 09:00:00 UTC,,Hello,INBOX`,
    `${conversation},,${who},${me},${day} 10:00:00 UTC,,Hello,INBOX`,
  ]
  const messages = [
    ...talk('g1', 'Grace Hopper,https://www.linkedin.com/in/grace', '2026-01-02'),
    ...talk('g2', 'Grace Hopper,https://www.linkedin.com/in/grace', '2026-11-12'),
    ...talk('a1', 'Ada Lovelace,https://www.linkedin.com/in/ada', '2025-12-02'),
    ...talk('a2', 'Ada Lovelace,https://www.linkedin.com/in/ada', '2026-01-20'),
    `t1,,"Alan Turing",https://www.linkedin.com/in/alan,${me},2026-11-20 09:00:00 UTC,,Hello,INBOX`,
  ]
  writeFileSync(path.join(netkeep.folder, 'Connections.csv'), lines(CONNECTIONS_HEAD, ...connections))
  writeFileSync(path.join(netkeep.folder, 'messages.csv'), lines(MESSAGES_HEAD, ...messages))
  await netkeep.ok('import', 'Connections.csv', 'messages.csv')
  return netkeep
}
