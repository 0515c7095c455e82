import type { Version } from '../../versions/plan/rules'
import { isSame, membersOf } from '../../versions/rules'
import { valueOf } from '../rules'

/** The versions in which a setting became something else, the last first; the first version gave it its first value. */
export function turnsOf(versions: Version[], key: string) {
  const valued = versions.map((version) => ({ version, value: valueOf(version.settings, key) }))
  const turns = valued.filter(({ value }, place) => place === 0 || !isSame(valued[place - 1]!.value, value))
  return turns
    .map(({ version, value }, place) => {
      const isFirst = place === 0
      return { version, isFirst, ...onlyChanged(isFirst ? undefined : turns[place - 1]!.value, value, key) }
    })
    .reverse()
}
export type Turn = ReturnType<typeof turnsOf>[number]

/** Of settings that hold many things of their own, only those that are not the same. */
export function onlyChanged(
  before: unknown,
  after: unknown,
  key: string,
): { before: unknown; after: unknown } {
  const [old, young] = [membersOf(before), membersOf(after)]
  if (key !== 'sentences' || !old || !young) return { before, after }
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])]
  const changed = names.filter((name) => !isSame(old[name], young[name]))
  const among = (all: Record<string, unknown>) =>
    Object.fromEntries(changed.filter((name) => name in all).map((name) => [name, all[name]]))
  return { before: orNothing(among(old)), after: orNothing(among(young)) }
}

const orNothing = (members: Record<string, unknown>) =>
  Object.keys(members).length > 0 ? members : undefined
