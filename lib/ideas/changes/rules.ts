import type { Actor } from '../../journal/rules'
import type { Axes, Change, Step } from '../rules'
import { collectionChanges } from './collection/rules'
import { examinationChanges } from './examination/rules'
import { publicationChanges } from './publication/rules'

/**
 * Every way an idea may change. What is not a line here cannot happen: drizzle/functions/states.sql holds the database to
 * the same lines, and each leaves its event in the journal.
 */
export const ideaChanges = { ...publicationChanges, ...collectionChanges, ...examinationChanges }
export type IdeaChange = keyof typeof ideaChanges

/** What the idea becomes, or null when it may not change in this way from where it is. */
export function nextStates(idea: Axes, change: IdeaChange): Axes | null {
  const { steps }: Change = ideaChanges[change]
  const step = steps.find((one) => startsAt(one, idea))
  const { publication, collection, examination, delivery } = idea
  return step ? { publication, collection, examination, delivery, ...step.to } : null
}

/** Whether an idea in these states may change in this way. */
export function mayChange(idea: Axes, change: IdeaChange): boolean {
  return nextStates(idea, change) !== null
}

export function mayBeMadeBy(change: IdeaChange, role: Actor): boolean {
  const { who }: Change = ideaChanges[change]
  return who.includes(role)
}

function startsAt({ from }: Step, idea: Axes): boolean {
  return (
    allows(from.publication, idea.publication) &&
    allows(from.collection, idea.collection) &&
    allows(from.examination, idea.examination) &&
    allows(from.delivery, idea.delivery)
  )
}

function allows<State>(states: readonly State[] | undefined, state: State): boolean {
  return !states || states.includes(state)
}
