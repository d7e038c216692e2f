/** Reads the JSON export of Monica 4. */
import type { PointKind } from '../../domain/contact.ts'
import type {
  Correspondent,
  ImportedContact,
  ImportedTouchpoint,
  ImportFile,
} from '../../domain/import-file.ts'
import { UserError } from '../../errors.ts'
import { type JsonFields, jsonFields } from '../json-fields.ts'
import { parseJsonText } from '../json-text.ts'
import type { ReadOptions, Source } from '../source.ts'
import { decodeText } from '../text-encoding.ts'
import { contactOf, type FieldTypes } from './contact.ts'
import { idsOf, isSet, propertiesOf, type Reports, readEach, valuesOf } from './groups.ts'
import { activityOf, callOf, conversationOf } from './touchpoints.ts'

/**
 * Contacts, and what was done with them. Contacts that Monica knows only as somebody's relatives are skipped.
 * @throws UserError (input) for what is no such export.
 */
export function readMonica(
  source: Source,
  { today, since }: Pick<ReadOptions, 'today' | 'since'>,
): ImportFile {
  const { value, lineOf } = parseJsonText(decodeText(source.bytes(), source.name), source.name)
  const account = accountOf(value, source.name)
  const reports: Reports = { skipped: [], bad: [], partial: [] }
  const placeOf = ({ path }: JsonFields): { file: string; line: number } => {
    const [, list = '', index = ''] = /^(.*)\[(\d+)\]$/.exec(path) ?? []
    return { file: source.name, line: lineOf(list, Number(index)) }
  }
  const types = fieldTypesOf(account)
  const contacts: ImportedContact[] = []
  const touchpoints: ImportedTouchpoint[] = []
  const participants = new Map<string, Correspondent[]>()
  readEach(valuesOf(account, 'contact'), reports, placeOf, (fields, place) => {
    if (isSet(propertiesOf(fields), 'is_partial')) {
      reports.skipped.push({ source: place, reason: 'known only as related to somebody' })
      return
    }
    const contact = contactOf(fields, place, types, reports)
    if (contact.name === '' && contact.points.every(({ kind }) => kind === 'phone')) {
      reports.skipped.push({ source: place, reason: 'no name, e-mail or URL' })
      return
    }
    const who = { name: contact.name, sourceId: contact.sourceId }
    contacts.push(contact)
    const uuid = fields.text('uuid') ?? ''
    touchpoints.push(
      ...readEach(valuesOf(fields, 'call'), reports, placeOf, (call, at) =>
        callOf(call, at, who, uuid, today),
      ),
      ...readEach(valuesOf(fields, 'conversation'), reports, placeOf, (talk, at) =>
        conversationOf(talk, at, who, uuid, today, types),
      ),
    )
    for (const activity of idsOf(fields, 'activity'))
      participants.set(activity, [...(participants.get(activity) ?? []), who])
  })
  const typeNames = activityTypesOf(account)
  readEach(valuesOf(account, 'activity'), reports, placeOf, (fields, place) => {
    const among = participants.get(fields.needed('uuid', (uuid) => uuid)) ?? []
    if (among.length === 0) reports.skipped.push({ source: place, reason: 'an activity with nobody' })
    else touchpoints.push(activityOf(fields, place, among, typeNames, today))
  })
  return {
    contacts,
    touchpoints: touchpoints.filter(({ on }) => since === undefined || on >= since),
    ...reports,
  }
}

function accountOf(value: unknown, file: string): JsonFields {
  try {
    const account = jsonFields(value, '').object('account')
    if (account !== null && (account.keys().includes('data') || account.keys().includes('instance')))
      return account
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
  throw new UserError(
    'input',
    `"${file}" is JSON, but neither netkeep's nor Monica's.`,
    'Of Monica 4, take the JSON from Settings, Export data.',
  )
}

function fieldTypesOf(account: JsonFields): FieldTypes {
  const types = new Map<string, { name: string; kind: PointKind | null }>()
  for (const type of account.object('instance')?.objects('contact_field_types') ?? []) {
    const properties = propertiesOf(type)
    const name = properties.text('name') ?? 'a field'
    const words = [properties.text('type'), properties.text('protocol')].map((word) => word?.toLowerCase())
    const kind =
      words.includes('email') || words.includes('mailto:')
        ? 'email'
        : words.includes('phone') || words.includes('tel:')
          ? 'phone'
          : null
    types.set(
      type.needed('uuid', (uuid) => uuid),
      { name, kind },
    )
  }
  return types
}

/** What activities are called, by the uuid of their type. */
function activityTypesOf(account: JsonFields): ReadonlyMap<string, string> {
  return new Map(
    (account.object('instance')?.objects('activity_types') ?? []).map((type) => {
      const properties = propertiesOf(type)
      return [type.text('uuid') ?? '', properties.text('translation_key') ?? properties.text('name') ?? '']
    }),
  )
}
