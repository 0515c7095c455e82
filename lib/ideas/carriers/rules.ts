import type { Assurance } from '../../../tenants/rules'
import type { Axes } from '../rules'

export const mostCarriers = 5
export const invitationDays = 14

export const carrierRefusals = [
  'not_there',
  'not_published',
  'not_seeking',
  'not_supporter',
  'known_too_little',
  'already_carrier',
  'too_many_carriers',
  'too_many_letters',
  'not_valid',
  'not_carrier',
  'too_young',
] as const
export type CarrierRefusal = (typeof carrierRefusals)[number]

type Seeking = Axes & { authorId: string | null; isSeeking: boolean }
type Taker = {
  id: string
  assurance: Assurance
  birthYear: number | null
  isCarrier: boolean
  isSupporter: boolean
}

/** Why this person may not take the idea over, or null. A co-carrier always may; a supporter whom the city knows well enough. */
export function adoptionRefusal(
  idea: Seeking,
  taker: Taker,
  { assurance, minAge, year }: { assurance: Assurance; minAge: number; year: number },
): CarrierRefusal | null {
  if (idea.publication !== 'published' || !idea.isSeeking) return 'not_seeking'
  if (idea.authorId === taker.id) return 'already_carrier'
  if (taker.isCarrier) return null
  if (!taker.isSupporter) return 'not_supporter'
  if (taker.assurance < assurance) return 'known_too_little'
  return year - (taker.birthYear ?? year) < minAge ? 'too_young' : null
}

/** Why one more person may not be asked to carry it, or null. */
export function invitationRefusal(idea: Axes, carriersAndAsked: number): CarrierRefusal | null {
  if (idea.publication !== 'published') return 'not_published'
  return carriersAndAsked >= mostCarriers ? 'too_many_carriers' : null
}
