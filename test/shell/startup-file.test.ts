import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startupFileOf } from '../../src/shell/startup.ts'
import { appendLine, readStartupFile } from '../../src/shell/startup-file.ts'

function home(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-home-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function add(file: string, line: string): void {
  const found = readStartupFile(file)
  if (!found.isUsable) throw new Error(found.why)
  appendLine(found.target, line)
}

describe('the file that a shell reads at its start', () => {
  test.each([
    ['bash', { HOME: '/h' }, '/h/.bashrc'],
    ['zsh', { HOME: '/h' }, '/h/.zshrc'],
    ['zsh', { HOME: '/h', ZDOTDIR: '/z' }, '/z/.zshrc'],
    ['zsh', { HOME: '/h', ZDOTDIR: 'z' }, '/h/.zshrc'],
    ['zsh', { ZDOTDIR: '/z' }, '/z/.zshrc'],
    ['fish', { HOME: '/h' }, '/h/.config/fish/config.fish'],
    ['fish', { HOME: '/h', XDG_CONFIG_HOME: '/x' }, '/x/fish/config.fish'],
    ['fish', { HOME: '/h', XDG_CONFIG_HOME: 'x' }, '/h/.config/fish/config.fish'],
    ['bash', { HOME: '' }, undefined],
    ['bash', { HOME: 'h' }, undefined],
    ['fish', {}, undefined],
  ] as const)('of %s with %j is %s', (shell, env, file) => {
    expect(startupFileOf(shell, env)).toBe(file)
  })
})

describe('a line added to it', () => {
  test.each([
    ['', 'line\n'],
    ['one\n', 'one\nline\n'],
    ['one', 'one\nline\n'],
    ['one\n\n', 'one\n\nline\n'],
  ])('after %j makes %j', (before, after) => {
    const file = path.join(home(), '.bashrc')
    writeFileSync(file, before)
    add(file, 'line')
    expect(readFileSync(file, 'utf8')).toBe(after)
  })

  test('leaves its mode, and bytes that are no UTF-8', () => {
    const file = path.join(home(), '.bashrc')
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x0a]))
    chmodSync(file, 0o640)
    add(file, 'line')
    expect(readFileSync(file)).toEqual(
      Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('line\n')]),
    )
    expect(statSync(file).mode & 0o777).toBe(0o640)
  })

  test('makes a missing file, with its folders', () => {
    const file = path.join(home(), '.config/fish/config.fish')
    add(file, 'line')
    expect(readFileSync(file, 'utf8')).toBe('line\n')
  })

  test('goes where a link leads, and the link stays', () => {
    const folder = home()
    mkdirSync(path.join(folder, 'dotfiles'))
    writeFileSync(path.join(folder, 'dotfiles/bashrc'), 'one\n')
    symlinkSync('dotfiles/bashrc', path.join(folder, '.bashrc'))
    add(path.join(folder, '.bashrc'), 'line')
    expect(readFileSync(path.join(folder, 'dotfiles/bashrc'), 'utf8')).toBe('one\nline\n')
  })
})

describe('it is left alone', () => {
  test.each([
    ['a folder', (file: string) => mkdirSync(file), 'it is not a regular file'],
    ['a FIFO', (file: string) => execFileSync('mkfifo', [file]), 'it is not a regular file'],
    ['/dev/full', (file: string) => symlinkSync('/dev/full', file), 'it is not a regular file'],
    [
      'a link that leads nowhere',
      (file: string) => symlinkSync('none', file),
      'it is a link that leads nowhere',
    ],
    ['read-only', (file: string) => writeFileSync(file, 'x', { mode: 0o444 }), 'it is not to be written to'],
    ['huge', (file: string) => writeFileSync(file, ' '.repeat(2 ** 22 + 1)), 'it is very large'],
  ])('where it is %s', (_case, make, why) => {
    const file = path.join(home(), '.bashrc')
    make(file)
    expect(readStartupFile(file)).toEqual({ isUsable: false, why })
    expect(existsSync(path.join(path.dirname(file), 'none'))).toBe(false)
  })

  test('where a FIFO takes its place meanwhile, without waiting', () => {
    const file = path.join(home(), '.bashrc')
    execFileSync('mkfifo', [file])
    expect(() => appendLine(file, 'line')).toThrow('no regular file')
  })

  test('where a link takes its place meanwhile: nothing is written to, or made, where it leads', () => {
    const folder = home()
    const file = path.join(folder, '.bashrc')
    const found = readStartupFile(file)
    expect(found).toEqual({ isUsable: true, target: file, text: '' })
    writeFileSync(path.join(folder, 'somewhere'), 'one\n')
    for (const target of ['somewhere', 'nowhere']) {
      symlinkSync(target, file)
      expect(() => appendLine(file, 'line')).toThrow('ELOOP')
      rmSync(file)
    }
    expect(readFileSync(path.join(folder, 'somewhere'), 'utf8')).toBe('one\n')
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false)
  })
})
