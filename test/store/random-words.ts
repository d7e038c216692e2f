/** The words and options that random command lines are made of: few, so that commands meet. */
import fc from 'fast-check'

/** A command line. */
export type Line = fc.Arbitrary<readonly string[]>

export const NAMES: readonly string[] = [
  'Grace Hopper',
  'Grace Murray',
  "Zoë O'Brien",
  'Jean-Luc Picard',
  '山田太郎',
]

export const contact: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 2, arbitrary: fc.constantFrom('zoe', 'picard', 'Ada Lovelace', 'Alan Turing') },
  { weight: 1, arbitrary: fc.constantFrom('grace', 'Nobody Known') },
)
export const contacts: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 2, arbitrary: contact.map((name) => [name]) },
  { weight: 1, arbitrary: fc.uniqueArray(contact, { minLength: 2, maxLength: 3 }) },
)
export const word: fc.Arbitrary<string> = fc.constantFrom(
  'compiler',
  'Zürich talk',
  'x',
  '{"a":1}',
  "it's",
  '',
)
export const interval: fc.Arbitrary<string> = fc.constantFrom('1w', '2w', '1m', '3m', '10d')
export const circle: fc.Arbitrary<string> = fc.constantFrom('inner', 'wide', 'outer', 'team', 'none')
export const tag: fc.Arbitrary<string> = fc.constantFrom('mentor', 'Mentor', 'navy')
export const trait: fc.Arbitrary<string> = fc.constantFrom(
  'sailing',
  'Sailing',
  'open source',
  'open-source',
  'go, sailing',
)
export const employer: fc.Arbitrary<string> = fc.constantFrom('Navy', 'NAVY', 'Univac', 'Bletchley')
/** Days that have been, in an order of their own. */
export const pastDay: fc.Arbitrary<string> = fc.constantFrom('yesterday', '10 days ago', '2 months ago')

export const args = (...parts: readonly (string | fc.Arbitrary<string | readonly string[]>)[]): Line =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((found) => found.flat())

/** An option with its value, or nothing. */
export const maybe = (option: string, value?: fc.Arbitrary<string>): Line =>
  fc.option(
    (value ?? fc.constant([])).map((text) => [option, text].flat()),
    { nil: [], freq: 2 },
  )

/** One of these groups of options, or none of them: what is refused of one must not refuse them all. */
export const atMostOne = (...options: readonly Line[]): Line => fc.oneof(fc.constant([]), ...options)
