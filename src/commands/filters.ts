/** The filters that lists share. */
import type { Option } from 'commander'
import { foldText } from '../domain/match-key.ts'
import { listTags } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { parseCircle } from './cadence-options.ts'
import { repeatable } from './options.ts'

export function tagFilter(): Option {
  return repeatable('--tag <tag>', 'only contacts with this tag; several: with any of them')
}

/** The uid of the circle to filter by. @throws UserError (usage) when there is none of that name. */
export function circleFilter(db: Database, typed: string | undefined): string | undefined {
  return typed === undefined ? undefined : (parseCircle(db, typed) ?? '')
}

/** The tag as it is spelt in the database, in any case. */
export function tagsLike(db: Database, typed: string): readonly string[] {
  const key = foldText(typed.replace(/^\+/, ''))
  return listTags(db).filter((tag) => foldText(tag) === key)
}
