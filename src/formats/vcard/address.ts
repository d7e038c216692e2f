/** Where somebody lives, of an ADR: `post office box;extended;street;locality;region;postal code;country`. */
import { escapeText, splitEscaped, unescapeText } from './value-text.ts'

/** `Paris, France`; the region where there is no town, the whole of an address that is not in parts; '' for an empty one. */
export function locationOf(value: string, isQuotedPrintable = false): string {
  const parts = splitEscaped(value, ';').map((part) => unescapeText(part, isQuotedPrintable).trim())
  const [, , street = '', locality = '', region = '', , country = ''] = parts
  if (parts.length === 1) return (parts[0] ?? '').replace(/\s*[\r\n]+\s*/g, ', ')
  const place = locality || region
  if (place === '' && country === '') return street.replace(/\s*[\r\n]+\s*/g, ', ')
  return [place, country].filter((part) => part !== '').join(', ')
}

/** `City, Country` in its parts; any other place whole, where the town stands. {@link locationOf} reads the same again. */
export function addressOf(location: string): string {
  const [, city = '', country = ''] = CITY_AND_COUNTRY.exec(location) ?? []
  const parted = `;;;${escapeText(city)};;;${escapeText(country)}`
  return locationOf(parted) === location ? parted : `;;;${escapeText(location)};;;`
}

/** Two capitals are a state, `Austin, TX`, but for these. */
const CITY_AND_COUNTRY = /^([^,]+), (UK|US|(?![A-Z]{2}$)[^,\d]+)$/
