/** Calls, conversations and activities of Monica's. */
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { checkNote } from '../../domain/contact.ts'
import type { Correspondent, ImportedTouchpoint, SourceRow } from '../../domain/import-file.ts'
import type { Direction } from '../../domain/touchpoint.ts'
import type { JsonFields } from '../json-fields.ts'
import type { FieldTypes } from './contact.ts'
import { pastDayIn } from './dates.ts'
import { isSet, propertiesOf } from './groups.ts'

/** @param owner the uuid of the contact. */
export function callOf(
  fields: JsonFields,
  source: SourceRow,
  who: Correspondent,
  owner: string,
  today: CalendarDate,
): ImportedTouchpoint {
  const properties = propertiesOf(fields)
  return {
    source,
    key: keyOf(fields, `${owner}:call:${properties.text('called_at')}`),
    on: pastDayIn(properties, 'called_at', today),
    channel: 'call',
    direction: isSet(properties, 'contact_called') ? 'in' : 'out',
    kind: 'counted',
    note: noteIn(properties, 'content'),
    with: [who],
  }
}

/** Without what was written in it: that is between the two. */
export function conversationOf(
  fields: JsonFields,
  source: SourceRow,
  who: Correspondent,
  owner: string,
  today: CalendarDate,
  types: FieldTypes,
): ImportedTouchpoint {
  const properties = propertiesOf(fields)
  const type = types.get(properties.text('contact_field_type') ?? '')
  return {
    source,
    key: keyOf(fields, `${owner}:conversation:${properties.text('happened_at')}`),
    on: pastDayIn(properties, 'happened_at', today),
    channel: type?.kind === 'email' ? 'email' : 'message',
    direction: beganBy(properties),
    kind: 'counted',
    with: [who],
  }
}

function beganBy(conversation: JsonFields): Direction | null {
  const [first] = conversation.objects('messages').map(propertiesOf)
  return first === undefined ? null : isSet(first, 'written_by_me') ? 'out' : 'in'
}

/** Which channel an activity of Monica's own types is; any other is a meeting. */
const CHANNELS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ate|restaurant|picnic\w*|bar|dinner|lunch)\b/, 'meal'],
  [/\b(?:concert|play|theater|theatre|museum|movie)\b/, 'event'],
]

export function activityOf(
  fields: JsonFields,
  source: SourceRow,
  participants: readonly Correspondent[],
  typeNames: ReadonlyMap<string, string>,
  today: CalendarDate,
): ImportedTouchpoint {
  const properties = propertiesOf(fields)
  const typeName = (typeNames.get(properties.text('type') ?? '') ?? '').replaceAll('_', ' ').toLowerCase()
  const notes = [noteIn(properties, 'summary'), noteIn(properties, 'description')]
  return {
    source,
    key: keyOf(fields, ''),
    on: pastDayIn(properties, 'happened_at', today),
    channel: CHANNELS.find(([words]) => words.test(typeName))?.[1] ?? 'meeting',
    direction: null,
    kind: 'counted',
    note: notes.filter((note) => note !== null).join('\n') || null,
    with: participants,
  }
}

/** By its uuid; older versions gave none to calls and conversations. */
function keyOf(fields: JsonFields, otherwise: string): string {
  return `monica:${fields.text('uuid') ?? otherwise}`
}

function noteIn(fields: JsonFields, key: string): string | null {
  return fields.optional(key, (text) => checkNote(text)) || null
}
