/** Values of a row as they may be stored; what may not is left out, with the reason. */
import { checkLabel, checkPoint, pointKeyOf } from '../../domain/contact.ts'
import type { ImportedPoint } from '../../domain/import-file.ts'
import { foldText } from '../../domain/match-key.ts'
import { UserError } from '../../errors.ts'

/** Told what is left out of a row, in words that fit behind its place. */
export type Tell = (reason: string) => void

/** The checked value; null for none, and where the check refuses it, which is told. */
export function kept(text: string, check: (text: string) => string, tell: Tell): string | null {
  if (text === '') return null
  try {
    return check(text) || null
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    tell(reasonOf(error))
    return null
  }
}

/** `The name is empty.` as a part of a sentence. */
function reasonOf(error: UserError): string {
  const text = error.message.replace(/\.$/, '')
  return text.startsWith('The ') ? `the ${text.slice(4)}` : text
}

/** The checked labels, each once. */
export function keptLabels(values: readonly string[], field: string, tell: Tell): readonly string[] {
  const found = new Map<string, string>()
  for (const value of values) {
    const label = kept(value, (text) => checkLabel(text, field), tell)
    if (label !== null && !found.has(foldText(label))) found.set(foldText(label), label)
  }
  return [...found.values()]
}

/** The checked points, each once, with the first label that it has. */
export function keptPoints(points: readonly ImportedPoint[], tell: Tell): readonly ImportedPoint[] {
  const found = new Map<string, ImportedPoint>()
  for (const { kind, value, label, isPreferred } of points) {
    const checked = kept(value, (text) => checkPoint(kind, text), tell)
    if (checked === null) continue
    const key = `${kind} ${pointKeyOf(kind, checked)}`
    const before = found.get(key)
    const point =
      before === undefined || before.label == null ? { kind, value: checked, label: label ?? null } : before
    const isOneToUse = isPreferred === true || before?.isPreferred === true
    found.set(key, isOneToUse ? { ...point, isPreferred: true } : point)
  }
  return [...found.values()]
}
