/**
 * Keeps a spreadsheet from taking a cell for a formula: `=HYPERLINK(…)`, `+1 555`, `@SUM` get an apostrophe before them, which a reader takes
 * away again. A text that looks as if it had one gets another.
 * Source: OWASP, CSV Injection.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Undoes {@link guardFormula}. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
