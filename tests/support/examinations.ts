import { eq } from 'drizzle-orm'
import { beforeAll } from 'vitest'
import { ideas, obligations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { admit, keepStudy, takeCharge } from '@/lib/ideas/examination/commands'
import { prepareOpinion, signOpinion } from '@/lib/ideas/examination/opinions/commands'
import { type Examiner, studyCriteria } from '@/lib/ideas/examination/rules'
import { findPublicIdea } from '@/lib/ideas/queries'
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

/** Those who act for the city in the file that imports them. */
export let instructor: Examiner, signatory: Examiner, admin: Examiner

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
  doneOn: '2026-11-01',
  reference: null,
  url: null,
}

export async function underStudy(ideaId: string) {
  await takeCharge(paris, { ideaId, departmentId: 'voirie', by: instructor, now })
  await admit(paris, { ideaId, by: instructor, now, text: 'Cela relève de la Ville.' })
  await keepStudy(paris, { ideaId, by: instructor, now, study })
}

export async function answered(ideaId: string, decision: 'favourable' | 'unfavourable' = 'favourable') {
  await underStudy(ideaId)
  await prepareOpinion(paris, { ideaId, by: instructor, now, opinion: { ...opinion, decision } })
  return signOpinion(paris, { ideaId, by: signatory, now, title: 'Adjointe' })
}

export const owed = (ideaId: string) =>
  inTenant(paris, async (db) => {
    const rows = await db
      .select()
      .from(obligations)
      .where(eq(obligations.ideaId, ideaId))
      .orderBy(obligations.dueAt)
    return rows.filter(({ metAt, waivedAt }) => !metAt && !waivedAt).map(({ kind }) => kind)
  })

export const stateOf = (slug: string) => findPublicIdea(paris, slug)

beforeAll(async () => {
  instructor = await someone('instructor')
  signatory = await someone('signatory')
  admin = await someone('admin')
})
