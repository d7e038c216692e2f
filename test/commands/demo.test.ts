import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep } from '../harness.ts'

describe('demo', () => {
  test('prints the due list of a sample network on a terminal, and what to type next', async () => {
    const netkeep = createNetkeep()
    const { exitCode, stdout, stderr } = await netkeep.onTerminal(['demo', '--no-color'])
    expect([exitCode, stderr]).toEqual([0, ''])
    const shown = stdout.split('\n')
    expect(shown.slice(0, 4)).toEqual([
      'A sample network of 42 contacts. Who has gone cold, and who is due today:',
      '',
      'Priya Raghunathan  10 days overdue  2 weeks ago, video     Tidewater Grid',
      '  Final interview is behind her; ask how she decided',
    ])
    expect(shown.slice(-5)).toEqual([
      '',
      'Try it on this network:    netkeep demo --shell',
      'Start with somebody:       netkeep add "Grace Hopper" --circle close',
      'Or bring yours in:         netkeep import contacts.vcf --circle outer',
      '',
    ])
    expect(shown.filter((line) => line.length > 80)).toEqual([])
  })

  test('prints tab-separated lines in a pipe, and JSON as due does', async () => {
    const netkeep = createNetkeep()
    const due = await netkeep.json('demo')
    expect(due).toHaveLength(10)
    expect(Object.keys(due[0])).toEqual([
      ...[
        'uid',
        'id',
        'name',
        'organization',
        'circle',
        'interval',
        'lastTouchOn',
        'lastChannel',
        'lastNote',
      ],
      ...['dueOn', 'daysOverdue', 'lateness', 'standing'],
    ])
    const fields = (await netkeep.ok('demo')).split('\n').map((line) => line.split('\t').length)
    expect(fields).toEqual([...Array<number>(10).fill(9), 1])
  })

  test('touches neither the user’s contacts nor leaves anything behind', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('demo')
    expect(existsSync(netkeep.db)).toBe(false)
    expect(readdirSync(netkeep.folder)).toEqual([])
  })

  test('--shell opens SHELL on the sample network, in which netkeep is this program', async () => {
    const netkeep = createNetkeep()
    netkeep.env['SHELL'] = '/bin/zsh'
    netkeep.env['PATH'] = '/usr/bin'
    let opened = ''
    let contacts = 0
    netkeep.runProgram = async (command, _args, options) => {
      opened = command
      const db = options.env?.['NETKEEP_DB'] ?? ''
      const bin = options.env?.['PATH']?.split(':')[0] ?? ''
      expect(lstatSync(path.join(bin, 'netkeep')).isSymbolicLink()).toBe(true)
      contacts = (await netkeep.json('list', '--db', db)).length
      await netkeep.ok('log', 'priya', '--db', db)
      return 7
    }
    const { exitCode } = await netkeep.onTerminal(['demo', '--shell'])
    expect([opened, contacts, exitCode]).toEqual(['/bin/zsh', 42, 7])
    expect(readdirSync(netkeep.folder)).toEqual([])
  })

  test('--shell says what to try; with the shell’s prompt it fits a terminal of 24 lines of 80 columns', async () => {
    const netkeep = createNetkeep()
    netkeep.rows = 24
    netkeep.runProgram = async () => 0
    const { stdout } = await netkeep.onTerminal(['demo', '--shell', '--no-color'])
    const shown = stdout.split('\n')
    expect(shown.slice(12)).toEqual([
      '',
      'In this shell, netkeep works on the sample network. Try:',
      '  what fits into today:    netkeep today',
      '  one by one, by keys:     netkeep review',
      '  before you meet:         netkeep brief priya',
      '  and after it:            netkeep log priya -m "what you talked about"',
      '  who gave, and who got:   netkeep balance',
      '  a third favour:          netkeep asked ingrid advice',
      '  who opens a door there:  netkeep path sparrowline',
      '  to take that back:       netkeep undo',
      'Leave it with: exit',
      '',
    ])
    expect(shown.length).toBeLessThanOrEqual(24)
    expect(shown.filter((line) => line.length > 80)).toEqual([])
  })

  test('--shell opens a shell whose prompt knows the count: it is written before anything else happens', async () => {
    const netkeep = createNetkeep()
    let written = ''
    netkeep.runProgram = async (_command, _args, { env }) => {
      written = readFileSync(`${env?.['NETKEEP_DB']}.prompt`, 'utf8')
      return 0
    }
    await netkeep.onTerminal(['demo', '--shell'])
    expect(written).toMatch(/^netkeep 1\n20261121 [1-9]/)
  })
})
