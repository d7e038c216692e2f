/** `npm run policy [-- --markdown]`: what becomes of 300 contacts in each order, for docs/decisions/0027-order-of-the-due-list.md. */
import { parseArgs } from 'node:util'
import { allTables, SEEDS } from './tables.ts'
import { renderAsMarkdown, renderAsText } from './write-table.ts'

const { values } = parseArgs({ options: { markdown: { type: 'boolean', default: false } } })
const render = values.markdown ? renderAsMarkdown : renderAsText

process.stdout.write(`Mean of ${SEEDS} worlds, ± their standard deviation; by circle: warm · mean · worst\n`)
for (const table of allTables()) process.stdout.write(`\n${render(table)}`)
