#!/usr/bin/env node
'use strict'
/**
 * Starts netkeep: loads the bundle with V8's code cache, so that nothing is parsed or compiled again (docs/decisions/0002-code-cache.md).
 * Each verb has a cache of its own, beside the bundle: what only the others need would take as long to load as it saves. A cache is
 * used only when it belongs to the bundle's owner; V8 itself refuses one of another version. Without a usable cache everything
 * works, a few milliseconds later, and a new one is written where that is allowed.
 */
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const folder = `${path.dirname(__dirname)}/dist`
/**
 * What is typed every day has a smaller bundle of its own (docs/decisions/0016-everyday-bundle.md), and so has what a shell asks for at
 * each TAB. scripts/build.js reads this list; `home` is netkeep without a verb.
 */
const EVERYDAY = ['log', 'due', 'snooze', 'wake', 'pause', 'resume', 'home']
const typed = process.argv[2] ?? 'home'
const verb = /^[a-z]+$/.test(typed) ? typed : 'other'
const bundle = `${folder}/${verb === 'complete' ? 'complete' : EVERYDAY.includes(verb) ? 'everyday' : 'netkeep'}.cjs`
const cache = `${folder}/${verb}.${process.version}-${process.arch}.cache`

/** Runs the bundle, which only defines things yet. */
function load() {
  // The bundle is pure ASCII: as latin1 it is read without decoding. It is a function, as Node makes one of any module.
  const source = fs.readFileSync(bundle, 'latin1')
  const cachedData = readCache()
  const script = new vm.Script(source, { filename: bundle, cachedData })
  if (cachedData === undefined || script.cachedDataRejected === true) writeCacheAtExit(script)
  const bundled = { exports: {} }
  script.runInThisContext()(bundled.exports, require, bundled, folder)
  return bundled.exports
}

function readCache() {
  try {
    const file = fs.openSync(cache, 'r')
    try {
      const { uid, mode } = fs.fstatSync(file)
      return uid === fs.statSync(bundle).uid && (mode & 0o022) === 0 ? fs.readFileSync(file) : undefined
    } finally {
      fs.closeSync(file)
    }
  } catch {
    return undefined
  }
}

/** What a command that went well has compiled is what the next one will need. */
function writeCacheAtExit(script) {
  process.on('exit', (exitCode) => {
    if (exitCode === 0) writeCache(script)
  })
}

/** Whole or not at all. */
function writeCache(script) {
  try {
    if (process.getuid?.() !== fs.statSync(bundle).uid) return
    const draft = `${cache}.${process.pid}`
    fs.writeFileSync(draft, script.createCachedData(), { flag: 'wx', mode: 0o600 })
    fs.chmodSync(draft, 0o644)
    fs.renameSync(draft, cache)
  } catch {
    // A read-only installation goes without.
  }
}

/** Answers --version without the bundle; where it cannot be written, the bundle knows what to do about it. */
function tellVersion() {
  if (process.argv.length !== 3 || process.argv[2] !== '--version') return false
  try {
    fs.writeSync(1, `${require('../package.json').version}\n`)
    return true
  } catch {
    return false
  }
}

/** Answers a plain `prompt` with the small bundle made for it. */
async function answerPrompt() {
  const isAnswered = await require('../dist/prompt.cjs').answerPrompt(process.argv.slice(3))
  if (!isAnswered) await load().main()
}

if (!fs.existsSync(bundle)) {
  fs.writeSync(2, 'netkeep: it is not built yet.\nIn its folder, type: npm install\n')
  process.exitCode = 1
} else if (!tellVersion()) {
  // Ended here and now (docs/decisions/0012-ending.md): all is written by then, and nobody needs the heap tidied up.
  const answered = process.argv[2] === 'prompt' ? answerPrompt() : load().main()
  answered.then(() => process.exit())
}
