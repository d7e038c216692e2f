#!/usr/bin/env node
'use strict'
/**
 * Starts netkeep: loads the bundle with V8's code cache, so that nothing is parsed or compiled again (docs/decisions/0002-code-cache.md).
 * The cache lies beside the bundle and is used only when it belongs to the bundle's owner; V8 itself refuses one of another version.
 * Without a usable cache everything works, a few milliseconds later, and a new one is written where that is allowed.
 */
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const folder = path.join(__dirname, '..', 'dist')
const bundle = path.join(folder, 'netkeep.cjs')
const cache = path.join(folder, `netkeep.${process.version}-${process.arch}.cache`)

/** The bundle as a compiled script, with or without the cache. */
function load() {
  // The bundle is pure ASCII: as latin1 it is read without decoding.
  const source = fs.readFileSync(bundle, 'latin1')
  const cachedData = readCache()
  const script = new vm.Script(`(function (exports, require, module, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module, folder)
  return {
    script,
    isCached: cachedData !== undefined && script.cachedDataRejected !== true,
    main: module.exports.main,
  }
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

/** Writes what is compiled by now, whole or not at all. */
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
  if (!isAnswered) start()
}

function start() {
  const { script, isCached, main } = load()
  if (!isCached) process.on('exit', () => writeCache(script))
  main()
}

if (require.main !== module) {
  module.exports = { load, writeCache }
} else if (!fs.existsSync(bundle)) {
  fs.writeSync(2, 'netkeep: it is not built yet.\nIn its folder, type: npm install\n')
  process.exitCode = 1
} else if (process.argv[2] === 'prompt') {
  answerPrompt()
} else if (!tellVersion()) {
  start()
}
