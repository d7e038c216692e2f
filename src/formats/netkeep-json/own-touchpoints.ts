/** Which touchpoints of netkeep's own JSON are those of introductions: removing an introduction removes its touchpoint. */
import type { SnapshotIntroduction, SnapshotTouchpoint } from '../../domain/snapshot.ts'
import type { TellOf } from './join-groups.ts'

/** Of an introduction whose touchpoint can be none of its making, or is another's, the touchpoint is left out. */
export function checkOwnTouchpoints(
  introductions: readonly SnapshotIntroduction[],
  touchpoints: readonly SnapshotTouchpoint[],
  tell: TellOf,
): readonly SnapshotIntroduction[] {
  const wanted = new Set(introductions.map(({ touchpoint }) => touchpoint))
  const known = new Map(touchpoints.filter(({ uid }) => wanted.has(uid)).map((one) => [one.uid, one]))
  return introductions.map((introduction) => {
    if (introduction.touchpoint === null) return introduction
    const touchpoint = known.get(introduction.touchpoint)
    // Two introductions never share one.
    known.delete(introduction.touchpoint)
    if (touchpoint !== undefined && isOfMaking(introduction, touchpoint)) return introduction
    tell(introduction, 'names a touchpoint that was not recorded when it was made, so that is left out')
    return { ...introduction, touchpoint: null }
  })
}

function isOfMaking(introduction: SnapshotIntroduction, { help, contacts }: SnapshotTouchpoint): boolean {
  const { a, b, by, madeOn, metOn, outcomeOn } = introduction
  return (
    (madeOn ?? metOn ?? outcomeOn) !== null &&
    help?.kind === 'introduction' &&
    help.side === (by === null ? 'gave' : 'got') &&
    contacts.every((contact) => [a, b, by].includes(contact))
  )
}
