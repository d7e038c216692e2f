/** The kinds of failure a user can meet, each with its exit code (docs/output.md lists them). */
const EXIT_CODES = {
  failed: 1,
  usage: 2,
  'no-match': 3,
  ambiguous: 3,
  database: 4,
  input: 5,
  interrupted: 130,
} as const

export type ErrorCode = keyof typeof EXIT_CODES

/** Exit code of an error nobody foresaw: a bug in netkeep. */
export const BUG_EXIT_CODE = 70

/** A contact that an ambiguous or misspelt name may have meant. */
export interface Candidate {
  readonly uid: string
  readonly id: string
  readonly name: string
  readonly organization: string | null
}

/**
 * Something the user can put right: `message` says what happened in the user's words, `hint` the command to type next.
 * Both may hold user data as it was typed; whoever prints them makes them safe for a terminal. Anything else thrown is a bug.
 */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly candidates: readonly Candidate[] | undefined

  constructor(code: ErrorCode, message: string, hint?: string, candidates?: readonly Candidate[]) {
    super(message)
    this.name = 'UserError'
    this.code = code
    this.hint = hint
    this.candidates = candidates
  }

  get exitCode(): number {
    return EXIT_CODES[this.code]
  }
}

/** Of a thing that another shell has removed since it was looked up. */
export function goneMeanwhile(thing: string, hint: string = 'See what happened: netkeep history'): UserError {
  return new UserError('no-match', `That ${thing} was removed a moment ago; nothing was changed.`, hint)
}

/** A usage error (exit 2): an impossible value, a missing argument. */
export function usageError(message: string, hint?: string): UserError {
  return new UserError('usage', message, hint)
}
