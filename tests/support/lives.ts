import fc from 'fast-check'
import type { ideas } from '@/drizzle/schema'
import { type IdeaChange, ideaChanges } from '@/lib/ideas/changes/rules'
import type { Axes, Change } from '@/lib/ideas/rules'
import { type Actor, actors } from '@/lib/journal/rules'

const names = Object.keys(ideaChanges) as IdeaChange[]
const axes = ['publication', 'collection', 'examination', 'delivery'] as const
export const threshold = 3
export const crowdSize = 5

/** Somebody tries whatever in any role; somebody who may does the next thing there is to do; a voice comes or goes. */
export type Act =
  | { kind: 'try'; change: IdeaChange; by: Actor }
  | { kind: 'go_on'; pick: number }
  | { kind: 'give' | 'take'; person: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('try' as const),
      change: fc.constantFrom(...names),
      by: fc.constantFrom(...actors),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('go_on' as const), pick: fc.nat({ max: 1000 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('give' as const, 'take' as const),
      person: fc.nat({ max: crowdSize - 1 }),
    }),
  },
)

/** So many lives lived side by side, each of its own length. */
export const livesOf = (count: number) =>
  fc.array(fc.array(act, { minLength: 20, maxLength: 60 }), { minLength: count, maxLength: count })

const beginnings = [
  { publication: 'published', collection: 'open' },
  { publication: 'draft', collection: 'not_started' },
] as const

export const beginningOf = (place: number) => beginnings[place % 3 === 0 ? 1 : 0]

/** Where an idea is by the rules alone, who is counted, and which events must explain where it is. */
export class Life {
  axes: Axes
  events: string[] = []
  voices = new Set<number>()
  takenUp = false
  private toggles = new Map<number, number>()

  constructor(place: number) {
    this.axes = { ...beginningOf(place), examination: 'none', delivery: 'none' }
  }

  /** The change that an act asks for, and by whom; null when it is not about a change, or nothing can change any more. */
  asked(one: Act): { change: IdeaChange; by: Actor } | null {
    if (one.kind === 'try') return one
    if (one.kind !== 'go_on') return null
    const open = names.filter((name) => this.stepOf(name))
    const change = open[one.pick % Math.max(1, open.length)]
    return change ? { change, by: ideaChanges[change].who[0] } : null
  }

  change(name: IdeaChange, by: Actor): boolean {
    const { who, event }: Change = ideaChanges[name]
    const step = this.stepOf(name)
    if (!step || !who.includes(by)) return false
    this.axes = { ...this.axes, ...step.to }
    this.events.push(event)
    this.takenUp ||= name === 'takeUpEarly'
    return true
  }

  voice(kind: 'give' | 'take', person: number): void {
    const { publication, collection } = this.axes
    if (publication !== 'published' || !['open', 'reached', 'certified'].includes(collection)) return
    const toggles = this.toggles.get(person) ?? 0
    if (this.voices.has(person) === (kind === 'give') || toggles >= 3) return
    this.toggles.set(person, toggles + 1)
    if (kind === 'take') this.voices.delete(person)
    else this.voices.add(person)
    if (collection !== 'open' || this.voices.size < threshold) return
    this.axes = { ...this.axes, collection: 'reached' }
    this.events.push('threshold_reached')
  }

  /** Neither by these acts nor by any other may an idea be seen like this. */
  isForbidden(): boolean {
    const { publication, collection, examination, delivery } = this.axes
    const begun = collection !== 'not_started'
    return (
      (begun && ['draft', 'submitted', 'refused'].includes(publication)) ||
      (examination !== 'none' && !['reached', 'certified'].includes(collection) && !this.takenUp) ||
      (delivery !== 'none' && !['opinion_favourable', 'opinion_partial'].includes(examination))
    )
  }

  private stepOf(name: IdeaChange) {
    const { steps }: Change = ideaChanges[name]
    const isIn = (states: readonly string[], state: string) => states.includes(state)
    return steps.find(({ from }) => axes.every((axis) => !from[axis] || isIn(from[axis], this.axes[axis])))
  }
}

/** What the row must have for some states, as the commands that make these changes set it. */
export function columnsFor(
  change: IdeaChange,
  epoch: number,
  host: string,
): Partial<typeof ideas.$inferInsert> {
  if (change === 'merge' || change === 'restoreMerged') return { mergedIntoId: host }
  if (change === 'annul') return { epoch: epoch + 1 }
  if (change === 'refuse') return { refusalCode: 'unclear', refusalText: 'x'.repeat(40) }
  return change === 'unmerge' ? { mergedIntoId: null } : {}
}
