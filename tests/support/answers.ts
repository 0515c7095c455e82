import type { ideas } from '@/drizzle/schema'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { type Examiner, studyCriteria } from '@/lib/ideas/examination/rules'
import type { GrantedRole } from '@/lib/people/rules'
import { paris } from '@/tenants/paris'
import { anIdea, aPerson } from './factories'

export const now = new Date()

export const day = 86_400_000

export const reachedAt = new Date(now.getTime() - 9 * day)

export async function someone(
  role: GrantedRole,
  scope?: Partial<Examiner['grants'][number]>,
): Promise<Examiner> {
  const id = await aPerson(paris, { name: `Une personne ${role}` })
  return { id, grants: [{ role, scopeKind: 'city', scopeValue: null, ...scope }] }
}

export async function aRight(detail: Partial<typeof ideas.$inferInsert> = {}) {
  const authorId = await aPerson(paris)
  const idea = await anIdea(paris, { collection: 'reached', reachedAt, authorId, ...detail })
  await certifyIdeas(paris)
  return { ...idea, authorId }
}

export const criteria = Object.fromEntries(
  studyCriteria.map((one) => [one, { holds: 'yes' as const, note: '' }]),
)

export const study = {
  criteria,
  costLowCents: 100_000,
  costHighCents: 200_000,
  runningCostCents: null,
  calendar: null,
  legalNote: null,
}

export const words = 'La Ville a étudié la demande avec les services et les riverains. '

export const opinion = {
  decision: 'favourable' as const,
  understood: words,
  competence: words,
  cost: words,
  legalFrame: words,
  alternatives: words,
  reasons: words.repeat(5),
  next: words,
  nextOn: '2027-03-01',
}

export const step = {
  body: 'Le chantier avance comme prévu.',
  plannedOn: null,
  doneOn: '2025-11-01',
  reference: null,
  url: null,
}
