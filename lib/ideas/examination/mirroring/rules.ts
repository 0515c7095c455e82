import type { Episode } from '../../../consultations/history/rules'
import type { Status } from '../../../consultations/rules'
import { mayChange } from '../../changes/rules'
import type { Axes } from '../../rules'

export type Step = 'plan' | 'begin' | 'deliver' | 'abandon' | 'report'

/** What is told of a consultation is told of every idea that goes on in it. */
export const stepOfEpisode: Partial<Record<Episode, Step>> = {
  consultation_published: 'plan',
  consultation_opened: 'begin',
  consultation_cancelled: 'abandon',
  consultation_followed_up: 'deliver',
}

/** How far an idea has come, the day it begins to go on in a consultation; null where there is nothing to follow. */
export const stepOfStatus: Record<Status, Step | null> = {
  announced: 'plan',
  open: 'begin',
  closed_report_due: 'begin',
  report_published: 'begin',
  decision_published: 'begin',
  followed_up: 'deliver',
  cancelled: null,
}

/** The same, in another idea. */
export const stepOfDelivery: Record<Axes['delivery'], Step | null> = {
  none: null,
  planned: 'plan',
  in_progress: 'begin',
  delivered: 'deliver',
  abandoned: null,
}

/** What a step taken there is here: the same, or news where it had come further. Null once all is over. */
export function mirrored(idea: Axes, step: Step): Step | null {
  if (idea.delivery === 'delivered' || idea.delivery === 'abandoned') return null
  if (mayChange(idea, step)) return step
  return mayChange(idea, 'report') ? 'report' : null
}

/** An address of this city's own under which a delivery is told: of a consultation, or of another idea. */
export function sourceOf(url: string): { kind: 'consultations' | 'idees'; slug: string } | null {
  const [, kind, slug] = /^\/(consultations|idees)\/([a-z0-9-]{1,200})$/.exec(url) ?? []
  return kind && slug ? { kind: kind as 'consultations' | 'idees', slug } : null
}
