/** Where a meeting was: at a place, or on a screen. */
import { type Property, textOf } from './property.ts'

/** Properties that only video calls have, whatever they say. */
const CALL_PROPERTIES =
  /^(?:conference|x-google-conference|x-google-hangout|x-microsoft-(?:skypeteamsmeetingurl|onlinemeeting[a-z]*|skypeteamsproperties)|x-zoom-.*)$/
/** Names of services as they stand in links and in what programs write for a place. "Meet" alone is a word. */
const CALL =
  /\b(?:zoom\.us|zoomgov\.com|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|meet\.jit\.si|jitsi|whereby\.com|gotomeet(?:ing)?\b|bluejeans\.com|join\.skype\.com|facetime\.apple\.com|microsoft teams|skype(?:-| for business )?(?:meeting|besprechung)?|zoom meeting|google meet)\b/i
const MOST_CHARACTERS = 500

export function wasVideo(properties: readonly Property[]): boolean {
  return properties.some(
    (property) =>
      (CALL_PROPERTIES.test(property.name) && textOf(property) !== '') ||
      ((property.name === 'location' || property.name === 'url') && CALL.test(textOf(property))),
  )
}

/** The place without links, which may let others in; null where nothing is left but the name of a service. */
export function placeOf(location: string): string | null {
  const place = location
    .split(/\s+/)
    .filter((word) => !/^[<("]*[a-z][a-z0-9+.-]{1,20}:\/\//i.test(word))
    .join(' ')
    .replace(/^[\s,;:|/-]+|[\s,;:|/-]+$/g, '')
  return place === '' || place.length > MOST_CHARACTERS || CALL.test(place) || !place.isWellFormed()
    ? null
    : place
}
