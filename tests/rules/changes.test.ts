import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editRefusal, mayAddAddendum } from '@/lib/ideas/authoring/rules'
import { type IdeaChange, ideaChanges, mayBeMadeBy, nextStates } from '@/lib/ideas/changes/rules'
import {
  type Axes,
  type Change,
  collections,
  deliveries,
  examinations,
  publications,
  stageOf,
} from '@/lib/ideas/rules'
import { articleOf } from '@/lib/ideas/timeline/rules'
import sentences from '@/lib/i18n/messages/fr/ideas.json'
import { sources } from '../support/sources'

const axes = ['publication', 'collection', 'examination', 'delivery'] as const
const changes = Object.entries(ideaChanges) as [IdeaChange, Change][]
const open: Axes = { publication: 'published', collection: 'open', examination: 'none', delivery: 'none' }

/** The lines of drizzle/functions/states.sql, as this table says them. */
function linesOfTable(): string[] {
  const lines = changes.flatMap(([, { event, steps }]) =>
    steps
      .filter(({ to }) => Object.keys(to).length > 0)
      .map(({ from, to }) => {
        const before = axes.map((axis) => (from[axis] ? `'{${from[axis].join(',')}}'` : 'null'))
        const after = axes.map((axis) => (to[axis] ? `'${to[axis]}'` : 'null'))
        return `('${event}', ${before.join(', ')}, ${after.join(', ')})`
      }),
  )
  return [...new Set(lines)]
}

test('the database allows the changes of the table, and no other', () => {
  const sql = readFileSync('drizzle/functions/states.sql', 'utf8')
  const [, body = ''] = /from \(values\n([^]*?)\n {2}\) as line/.exec(sql) ?? []
  expect(body.split(',\n').map((line) => line.trim())).toEqual(linesOfTable())
})

describe('from wherever an idea is, no change leads to states that exclude each other', () => {
  const everywhere: Axes[] = publications.flatMap((publication) =>
    collections.flatMap((collection) =>
      examinations.flatMap((examination) =>
        deliveries.map((delivery) => ({ publication, collection, examination, delivery })),
      ),
    ),
  )
  /** As drizzle/schema/idea-states.ts has it; `takenUp` is the city's act before the threshold. */
  const isAllowed = ({ publication, collection, examination, delivery }: Axes, takenUp: boolean) =>
    (collection === 'not_started' || !['draft', 'submitted', 'refused'].includes(publication)) &&
    (examination === 'none' || ['reached', 'certified'].includes(collection) || takenUp) &&
    (delivery === 'none' || ['opinion_favourable', 'opinion_partial'].includes(examination))

  test.each(changes.map(([name]) => name))('%s', (change) => {
    const from = everywhere.filter((idea) => isAllowed(idea, false))
    const ends = from.flatMap((idea) => nextStates(idea, change) ?? [])
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.filter((end) => !isAllowed(end, change === 'takeUpEarly'))).toEqual([])
  })
})

test('the thirty changes of the reference are here, each with who makes it and what is told', () => {
  expect(changes.length).toBeGreaterThanOrEqual(30)
  for (const [name, { who }] of changes) expect(who.length, name).toBeGreaterThan(0)
  expect(mayBeMadeBy('publish', 'author')).toBe(false)
  expect(mayBeMadeBy('favour', 'instructor')).toBe(false)
  expect(mayBeMadeBy('remove', 'moderator')).toBe(false)
})

test('each guard is a rule that exists', () => {
  const rules = sources.filter(({ path }) => /^lib\/ideas\/.*rules\.ts$/.test(path)).map(({ text }) => text)
  for (const [name, { guard }] of changes)
    if (guard)
      expect(
        rules.some((text) => text.includes(`export function ${guard}(`)),
        `${name}: ${guard}`,
      ).toBe(true)
})

test('each public event has its words and its article of the rules on the timeline', () => {
  for (const [name, { event, visibility }] of changes) {
    if (visibility === 'internal') continue
    expect(sentences.timeline.kinds, name).toHaveProperty(event)
    expect(articleOf, name).toHaveProperty(event)
  }
})

test.each<[IdeaChange[], ReturnType<typeof stageOf>]>([
  [['reach'], 'reached'],
  [['reach', 'certify', 'oblige', 'examine'], 'admissibility'],
  [['reach', 'certify', 'oblige', 'examine', 'study', 'favour', 'plan', 'begin', 'deliver'], 'delivered'],
  [['reach', 'certify', 'oblige', 'examine', 'study', 'favour', 'plan', 'abandon'], 'abandoned'],
  [['reach', 'certify', 'oblige', 'examine', 'study', 'disfavour', 'reopen'], 'study'],
  [['reach', 'annul'], 'open'],
  [['takeUpEarly', 'reach', 'certify', 'oblige', 'examine', 'study', 'favourInPart'], 'opinion_partial'],
  [['suspend', 'resume', 'expire', 'relaunch'], 'expired'],
  [['merge', 'unmerge', 'hide', 'restore', 'hide', 'remove'], 'removed'],
])('%j leaves an open idea at « %s »', (made, stage) => {
  const end = made.reduce<Axes>((idea, change) => nextStates(idea, change)!, open)
  expect(stageOf(end)).toBe(stage)
})

test('edge 22: after 800 supports the meaning is nobody’s to change; an addition is dated beside it', () => {
  const idea = { ...open, supportCount: 800, isInWindow: true }
  expect(editRefusal(idea)).toBe('has_supporters')
  expect(mayAddAddendum(idea)).toBe(true)
})

test('a right that was acquired is merged or withdrawn by nobody', () => {
  for (const collection of ['reached', 'certified'] as const) {
    expect(nextStates({ ...open, collection }, 'merge')).toBeNull()
    expect(nextStates({ ...open, collection }, 'withdraw')).toBeNull()
    expect(nextStates({ ...open, collection }, 'expire')).toBeNull()
    expect(nextStates({ ...open, collection }, 'remove')).toMatchObject({
      publication: 'removed',
      collection,
    })
  }
})
