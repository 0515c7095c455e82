import { expect, test } from 'vitest'
import { sources } from '../support/sources'

const nameOf = (path: string) => path.replace(/(\/index)?\.tsx?$/, '')
const knownBy = new Map(sources.map(({ path, knows }) => [nameOf(path), knows]))

test('no file knows another that knows it, not by a type either', () => {
  expect(knownBy.get('lib/moderation/subjects/commands')).toContain('lib/moderation/subjects/rules')
  expect(circles()).toEqual([])
})

/** Each way through the house that comes back to a room it left, once. */
function circles(): string[] {
  const found: string[] = []
  const left = new Set<string>()
  const way: string[] = []
  const walk = (room: string) => {
    if (way.includes(room)) found.push([...way.slice(way.indexOf(room)), room].join(' → '))
    if (way.includes(room) || left.has(room)) return
    way.push(room)
    for (const next of knownBy.get(room) ?? []) if (knownBy.has(next)) walk(next)
    way.pop()
    left.add(room)
  }
  for (const room of knownBy.keys()) walk(room)
  return found
}
