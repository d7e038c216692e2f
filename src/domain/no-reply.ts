/** Addresses behind which nobody reads, by how they are called. */

/** Whole words of the part before the @, in any place of it. */
const WORDS = new Set([
  'alert',
  'alerts',
  'autoreply',
  'bounce',
  'bounces',
  'listserv',
  'mailerdaemon',
  'majordomo',
  'newsletter',
  'newsletters',
  'notification',
  'notifications',
  'notify',
  'postmaster',
  'unsubscribe',
])
/** Letters that say so wherever they stand, once dots and dashes are out: `no-reply`, `messages-noreply`, `do_not_reply`. */
const LETTERS = [
  'noreply',
  'donotreply',
  'dontreply',
  'noresponse',
  'mailerdaemon',
  'nereponda',
  'nepasrepondre',
]

/** Google's calendars and meeting rooms have addresses too. */
const DOMAINS = [
  '@virtual',
  '@resource.calendar.google.com',
  '@group.calendar.google.com',
  '@group.v.calendar.google.com',
]

/** Whether an address belongs to a machine, a room or a list of a program rather than to somebody. */
export function isNoReply(address: string): boolean {
  const lower = address.toLowerCase()
  const local = lower.slice(0, Math.max(0, lower.lastIndexOf('@')))
  const letters = local.replace(/[^a-z]/g, '')
  return (
    LETTERS.some((part) => letters.includes(part)) ||
    local.split(/[._+=-]+/).some((word) => WORDS.has(word)) ||
    DOMAINS.some((domain) => lower.endsWith(domain))
  )
}
