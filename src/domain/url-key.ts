/** URL keys: what of a URL counts when two profiles are compared. */

/**
 * Percent-encoded bytes that mean the same when decoded: letters, digits, `-._~` and everything beyond ASCII (RFC 3986, 2.3).
 * `%2F` or `%25` stay, for decoded they would mean something else.
 */
const DECODABLE = /(?:%(?:[89a-f][0-9a-f]|2[de]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f|7e))+/gi

/**
 * The identity of a profile: lower case, without scheme, `www.`, LinkedIn's country (`de.linkedin.com`), query, fragment and
 * trailing slashes, percent-encoding decoded where it is valid UTF-8. Empty for a text without any of the rest.
 */
export function urlKey(url: string): string {
  return url
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(DECODABLE, decoded)
    .toLowerCase()
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//, '')
    .replace(/^(?:www\.|[a-z]{2}\.(?=linkedin\.com(?:\/|$)))/, '')
    .replace(/(?<!\/)\/+$/, '') // looks back, or a megabyte of slashes would take minutes
}

/** Where one path is one person, by key. */
const PROFILES = [
  /^linkedin\.com\/(?:in|pub)\/[^/]+/,
  /^xing\.com\/(?:profile|people)\/[^/]+/,
  /^(?:github\.com|gitlab\.com|codeberg\.org|x\.com|twitter\.com|bsky\.app\/profile|instagram\.com|t\.me|facebook\.com|keybase\.io)\/[^/]+$/,
  /^orcid\.org\/[\dx-]+$/,
  /^[^/]+\/@[^/]+$/,
]

/** Whether a URL of this key is the page of one person: on LinkedIn, GitHub, Mastodon … */
export function isProfileKey(key: string): boolean {
  return PROFILES.some((profile) => profile.test(key))
}

function decoded(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}
