/** `node scripts/run-ts.js bench/make-network.ts FILE CONTACTS TOUCHPOINTS DAY`: a generated network in a new file. */
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { generate } from './generate.ts'

const [file, contacts, touchpoints, today] = process.argv.slice(2)
if (file === undefined || today === undefined)
  throw new Error('usage: make-network.ts FILE CONTACTS TOUCHPOINTS DAY')
generate(file, Number(contacts), Number(touchpoints), today as CalendarDate)
