// Writes docs/commands.md from the program's own help. A test keeps the two equal.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const help = (...args) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/netkeep.cjs', ...args, '--help'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.trimEnd()
}
const [table = ''] = readFileSync('src/verbs.ts', 'utf8').split('export const HOME')
const verbs = [...table.matchAll(/import\('\.\/commands\/(\w+)\.ts'\)/g)].map(([, name]) => name)
const section = (title, text) => `## ${title}\n\n\`\`\`text\n${text}\n\`\`\`\n`

const text = [
  '# Commands\n\nThis page is made by `npm run docs` from `netkeep --help` and the help of each command.\n',
  section('netkeep', help()),
  ...verbs.map((name) => section(`netkeep ${name}`, help(name))),
].join('\n')

if (process.argv.includes('--print')) process.stdout.write(text)
else writeFileSync('docs/commands.md', text)
