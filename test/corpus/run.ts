/** `npm run corpus -- FOLDER`: real files, and what other programs' tests assert of them. Ends with 1 below 99% of the fields. */
import { runCheck } from './run-check.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: npm run corpus -- FOLDER')
const { lines, isGoodEnough } = await runCheck(folder)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = isGoodEnough ? 0 : 1
