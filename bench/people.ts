/** Draws contacts: names, work, addresses, through whom they were met. */
import { addDays, type CalendarDate } from '../src/domain/calendar-date.ts'
import type { ContactFields, PointKind } from '../src/domain/contact.ts'
import { foldText } from '../src/domain/match-key.ts'
import { CULTURES } from './names.ts'
import type { Random } from './random.ts'
import { NOTES, ORGANIZATIONS, PLACES, TAGS, TITLES } from './words.ts'

interface Drawn {
  readonly fields: ContactFields
  readonly points: readonly { readonly kind: PointKind; readonly value: string }[]
  readonly tags: readonly string[]
  readonly alias: string | undefined
}

/** Given and family names, mostly of one culture. */
export function drawName(random: Random): { readonly given: string; readonly family: string } {
  const home = random.pick(CULTURES)
  const given = random.pick(home.given)
  const initial = random.chance(0.15) ? ` ${random.pick([...'ABCDEFGHJKLMNPRSTW'])}.` : ''
  const family = random.pick((random.chance(0.6) ? home : random.pick(CULTURES)).family)
  return { given: `${given}${initial}`, family }
}

/** The part of all contacts that was met through another. */
const INTRODUCED = 0.05

/**
 * The contact number `index`; its addresses are its own.
 * @param others contacts there are already
 */
export function drawContact(
  random: Random,
  index: number,
  today: CalendarDate,
  others: readonly string[],
): Drawn {
  const { given, family } = drawName(random)
  const organization = random.pick(ORGANIZATIONS)
  const metOn = random.chance(0.5) ? addDays(today, -random.below(3000)) : null
  const handle = handleOf(`${given}.${family}`)
  return {
    fields: {
      name: `${given} ${family}`,
      organization: random.chance(0.9) ? organization : null,
      title: random.chance(0.7) ? random.pick(TITLES) : null,
      location: random.chance(0.4) ? random.pick(PLACES) : null,
      birthday: random.chance(0.1)
        ? `--${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`
        : null,
      note: random.chance(0.15) ? random.pick(NOTES) : null,
      metOn,
      introducedBy: others.length > 0 && random.chance(INTRODUCED) ? random.pick(others) : null,
      metAt: metOn !== null && random.chance(0.3) ? random.pick(PLACES) : null,
    },
    points: [
      ...(random.chance(0.8)
        ? [{ kind: 'email' as const, value: `${handle}${index}@${handleOf(organization)}.example` }]
        : []),
      ...(random.chance(0.4)
        ? [{ kind: 'url' as const, value: `https://www.linkedin.com/in/${handle}-${index}` }]
        : []),
      ...(random.chance(0.3) ? [{ kind: 'phone' as const, value: `+49 30 ${1_000_000 + index}` }] : []),
    ],
    tags: random.chance(0.2) ? [random.pick(TAGS)] : [],
    alias: random.chance(0.03) ? `${given.slice(0, 3)}${family.slice(0, 3)}` : undefined,
  }
}

/** Fit for an address: letters without accents, dots. */
export function handleOf(name: string): string {
  return foldText(name).replace(/[^a-z.]/g, '')
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
