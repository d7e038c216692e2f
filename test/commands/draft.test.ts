import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, editorThat, lines, type Netkeep, sha256Of } from '../harness.ts'

interface World {
  readonly netkeep: Netkeep
  /** What was opened. */
  readonly links: string[]
}

/** Grace, and an editor that makes these changes; `opens` is how the opener ends. */
async function withGrace(
  changes: readonly ((text: string) => string)[],
  {
    options = ['--email', 'grace@navy.mil'],
    opens = 0,
  }: { options?: readonly string[]; opens?: number } = {},
): Promise<World> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', ...options)
  const links: string[] = []
  const edit = editorThat(...changes)
  netkeep.runProgram = async (command, args, runOptions) => {
    if (command !== 'xdg-open') return edit(command, args, runOptions)
    links.push(args[0] ?? '')
    return opens
  }
  return { netkeep, links }
}

const write =
  (text: string, subject = '') =>
  (draft: string): string =>
    draft.replace('Subject: ', `Subject: ${subject}`).replace(/Hi Grace,[^#]*/, `${text}\n\n`)

/** Folders of drafts that were left behind. */
const leftIn = (netkeep: Netkeep): readonly string[] =>
  readdirSync(netkeep.folder).filter((name) => name.startsWith('netkeep-'))

describe('draft in a pipe', () => {
  test('prints the draft: address, greeting, signature, and what there is to say', async () => {
    const { netkeep } = await withGrace([], {
      options: ['--email', 'grace@navy.mil', '--interest', 'compilers'],
    })
    await netkeep.ok('config', 'set', 'own-name', 'Ada')
    await netkeep.ok('log', 'grace', '--by', 'coffee', '-m', 'the talk\nin May', '--on', '2026-11-01')
    await netkeep.ok('promise', 'add', 'grace', 'send the paper', '--on', '2026-11-20')
    await netkeep.ok('promise', 'add', 'grace', 'a loom', '--theirs')
    const text = lines(
      'To: grace@navy.mil',
      'Subject: ',
      '',
      'Hi Grace,',
      '',
      '',
      '',
      'Ada',
      '',
      '# ------------------------ >8 ------------------------',
      '# What stands below this line, and lines that begin with "# ", are left out.',
      '#',
      '# Last in touch:',
      '#   1 Nov, coffee: the talk …',
      '#',
      '# Promised:',
      '#   you: send the paper, 2 days overdue',
      '#   they: a loom',
    )
    expect(await netkeep.run('draft', 'grace')).toEqual({ exitCode: 0, stdout: text, stderr: '' })
    expect((await netkeep.onTerminal(['draft', 'grace', '--plain'])).stdout).toBe(text)
    const [{ id }] = await netkeep.json('promise')
    await netkeep.ok('promise', 'done', id)
    expect((await netkeep.ok('draft', 'grace')).split('# Promised:\n')[1]).toBe(
      lines('#   they: a loom', '#', '# Offer:', '#   an article on compilers (it interests them)'),
    )
  })

  test('with --json has it in parts', async () => {
    const { netkeep } = await withGrace([])
    const { uid } = await netkeep.json('show', 'grace')
    expect(await netkeep.json('draft', 'grace')).toEqual({
      uid,
      name: 'Grace Hopper',
      to: ['grace@navy.mil'],
      subject: '',
      body: 'Hi Grace,\n\n',
      notes: [],
    })
  })

  test('shows what is hostile in names, notes and addresses as code points', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Eve\u001b[2J Moriarty', '--email', 'eve\u001b@x.org', '--note', 'x')
    await netkeep.ok('log', 'eve', '-m', 'a\u202eb')
    const text = await netkeep.ok('draft', 'eve')
    expect(text).toMatch(/^To:\nSubject: \n\nHi Eve\\u\{1b\}\[2J,\n/)
    expect(text).toContain('in touch: a\\u{202e}b\n')
  })
})

describe('draft on a terminal', () => {
  test('m opens the mail program with address, subject and text, and names the next command', async () => {
    const { netkeep, links } = await withGrace([write('How is COBOL?\nYours', 'A question')])
    const before = sha256Of(netkeep.db)
    expect(await netkeep.onTerminal(['draft', 'grace'], ['m'])).toEqual({
      exitCode: 0,
      stdout: 'Opened a mail to grace@navy.mil.\n',
      stderr: "When it is sent: netkeep log grace --by email -m 'A question'\n",
    })
    expect(links).toEqual(['mailto:grace@navy.mil?subject=A%20question&body=How%20is%20COBOL%3F%0D%0AYours'])
    expect([sha256Of(netkeep.db), leftIn(netkeep)]).toEqual([before, []])
  })

  test('a long text is printed to be copied, and the mail has only the subject', async () => {
    const { netkeep, links } = await withGrace([write('word '.repeat(400).trim(), 'Long')])
    const { stdout } = await netkeep.onTerminal(['draft', 'grace'], ['m'])
    expect(links).toEqual(['mailto:grace@navy.mil?subject=Long'])
    expect(stdout).toBe(
      lines(
        '',
        'Subject: Long',
        '',
        'word '.repeat(400).trim(),
        '',
        'Opened a mail to grace@navy.mil. It is too long for a link: copy the text above into it.',
      ),
    )
  })

  test('p prints the message alone', async () => {
    const { netkeep, links } = await withGrace([write('How is COBOL?')])
    expect(await netkeep.onTerminal(['draft', 'grace'], ['p'])).toEqual({
      exitCode: 0,
      stdout: '\nHow is COBOL?\n\n',
      stderr: 'When it is sent: netkeep log grace --by message -m "what you wrote about"\n',
    })
    expect([links, leftIn(netkeep)]).toEqual([[], []])
  })

  test('s saves it to a new file that only the user can read', async () => {
    const { netkeep } = await withGrace([write('How is COBOL?', 'A question')])
    const taken = path.join(netkeep.folder, 'message-to-grace-hopper.txt')
    writeFileSync(taken, 'mine')
    const { stdout, stderr } = await netkeep.onTerminal(['draft', 'grace'], ['s', '', 'no/such', 'b.txt'])
    const file = path.join(netkeep.folder, 'b.txt')
    expect(stdout).toBe(`Saved to ${file}, which only you can read.\n`)
    expect(stderr).toBe(
      lines(
        'There is a file of that name already; type another one.',
        'There is no such folder.',
        "When it is sent: netkeep log grace -m 'A question'",
      ),
    )
    expect(readFileSync(file, 'utf8')).toBe('To: grace@navy.mil\nSubject: A question\n\nHow is COBOL?\n')
    expect([statSync(file).mode & 0o777, readFileSync(taken, 'utf8')]).toEqual([0o600, 'mine'])
  })

  test('x drops it', async () => {
    const { netkeep } = await withGrace([write('How is COBOL?')])
    expect(await netkeep.onTerminal(['draft', 'grace'], ['x'])).toEqual({
      exitCode: 0,
      stdout: 'Dropped.\n',
      stderr: '',
    })
    expect(leftIn(netkeep)).toEqual([])
  })

  test('e opens the editor again on the same text', async () => {
    const { netkeep, links } = await withGrace([write('One'), (text) => text.replace('One', 'Two')])
    await netkeep.onTerminal(['draft', 'grace'], ['e', 'm'])
    expect(links).toEqual(['mailto:grace@navy.mil?body=Two'])
  })

  test.each([
    ['unchanged', (text: string) => text],
    ['emptied', () => ''],
    ['with the notes changed only', (text: string) => `${text}# more\n`],
  ])('%s, nothing was written', async (_case, change) => {
    const { netkeep } = await withGrace([change])
    expect(await netkeep.onTerminal(['draft', 'grace'])).toEqual({
      exitCode: 0,
      stdout: 'Nothing was written.\n',
      stderr: '',
    })
    expect(leftIn(netkeep)).toEqual([])
  })

  test('without an address there is no m, until one is typed behind To:', async () => {
    const offered: (readonly string[])[] = []
    const look =
      (key: string) =>
      (keys: readonly string[]): string => {
        offered.push(keys)
        return key
      }
    const { netkeep, links } = await withGrace(
      [write('How is COBOL?'), (text) => text.replace('To:', 'To: g@x.org')],
      { options: [] },
    )
    await netkeep.onTerminal(['draft', 'grace'], [look('e'), look('m')])
    const others = ['p print it here to copy', 's save to a file', 'e edit again', 'x drop it']
    expect(offered).toEqual([others, ['m mail program', ...others]])
    expect(links).toEqual(['mailto:g@x.org?body=How%20is%20COBOL%3F'])
  })

  test('a word behind To: that is no address is told, and the editor opens again', async () => {
    const { netkeep, links } = await withGrace([
      (text) => write('Hello')(text).replace('grace@navy.mil', 'grace'),
      (text) => text.replace('To: grace', 'To: g@x.org'),
    ])
    const { stderr } = await netkeep.onTerminal(['draft', 'grace'], [true, 'm'])
    expect(stderr.split('\n')[0]).toBe(
      'To: "grace" is not an e-mail address. Write it like grace@example.com.',
    )
    expect(links).toEqual(['mailto:g@x.org?body=Hello'])
  })
})

describe('the text of a draft is never lost', () => {
  test('where the mail program cannot be opened the question is asked again', async () => {
    const { netkeep } = await withGrace([write('How is COBOL?')], { opens: 127 })
    const { exitCode, stdout, stderr } = await netkeep.onTerminal(['draft', 'grace'], ['m', 'p'])
    expect([exitCode, stdout]).toEqual([0, '\nHow is COBOL?\n\n'])
    expect(stderr).toBe(
      lines(
        'netkeep: The program "xdg-open" was not found. The link is mailto:grace@navy.mil',
        'Copy it, or choose the program for mail in the settings of your system.',
        'When it is sent: netkeep log grace --by message -m "what you wrote about"',
      ),
    )
  })

  test('an editor that fails after something was written', async () => {
    const { netkeep } = await withGrace([])
    netkeep.runProgram = async (_command, [file = '']) => {
      writeFileSync(file, `How is COBOL?\n${readFileSync(file, 'utf8')}`)
      return 1
    }
    const { exitCode, stderr } = await netkeep.onTerminal(['draft', 'grace'])
    const [folder = ''] = leftIn(netkeep)
    const file = path.join(netkeep.folder, folder, 'message.txt')
    expect([exitCode, stderr]).toEqual([
      1,
      lines(
        `Your text is kept in ${file}.`,
        'netkeep: The editor "vi" ended with 1; nothing was changed.',
        'Name another one: EDITOR=nano netkeep draft grace',
      ),
    ])
    expect(readFileSync(file, 'utf8')).toMatch(/^How is COBOL\?\n/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  })

  test('an editor that is not there leaves nothing behind', async () => {
    const { netkeep } = await withGrace([])
    netkeep.runProgram = async () => 127
    expect((await netkeep.onTerminal(['draft', 'grace'])).stderr).toBe(
      lines('netkeep: The editor "vi" was not found.', 'Name another one: EDITOR=nano netkeep draft grace'),
    )
    expect(leftIn(netkeep)).toEqual([])
  })

  test('giving up on a wrong address keeps it', async () => {
    const { netkeep } = await withGrace([(text) => text.replace('grace@navy.mil', 'grace')])
    const { exitCode, stderr } = await netkeep.onTerminal(['draft', 'grace'], [false])
    const [folder = ''] = leftIn(netkeep)
    expect([exitCode, existsSync(path.join(netkeep.folder, folder, 'message.txt'))]).toEqual([1, true])
    expect(stderr).toContain(`Your text is kept in ${path.join(netkeep.folder, folder)}/message.txt.\n`)
  })
})

describe('what an editor may leave', () => {
  test('a text below the line is asked about, and not thrown away without a word', async () => {
    const { netkeep } = await withGrace([(draft) => `${draft}Shall we talk?\n`, write('Shall we talk?')])
    const { stdout } = await netkeep.onTerminal(['draft', 'grace'], [true, 'p'])
    expect(stdout).toContain('Shall we talk?\n')
  })

  test('notes that were changed are no text', async () => {
    const { netkeep } = await withGrace([(draft) => draft.replace('# What stands', '# Whatever stands')])
    expect((await netkeep.onTerminal(['draft', 'grace'])).stdout).toContain('Nothing was written.\n')
  })

  test.each([
    ['a link to itself', (file: string) => symlinkSync(file, file), 'The draft cannot be read (ELOOP).'],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file]), 'The editor has left no regular file.'],
    ['a folder', (file: string) => mkdirSync(file), 'The editor has left no regular file.'],
    [
      '2 MB',
      (file: string) => writeFileSync(file, 'a'.repeat(2 ** 21)),
      'That is too long for a message: 1 MiB at most.',
    ],
  ])('%s is told of, and left where it is', async (_what, leave, message) => {
    const { netkeep } = await withGrace([])
    netkeep.runProgram = async (_command, [file = '']) => {
      unlinkSync(file)
      leave(file)
      return 0
    }
    const answer = await netkeep.onTerminal(['draft', 'grace'], [false])
    expect(answer.exitCode).toBe(1)
    expect(answer.stderr).toContain(message)
    expect(leftIn(netkeep)).toHaveLength(1)
  })
})
