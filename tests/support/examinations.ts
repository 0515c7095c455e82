import { eq } from 'drizzle-orm'
import { beforeAll } from 'vitest'
import { obligations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { admit, keepStudy, takeCharge } from '@/lib/ideas/examination/commands'
import { prepareOpinion, signOpinion } from '@/lib/ideas/examination/opinions/commands'
import { type Examiner } from '@/lib/ideas/examination/rules'
import { findPublicIdea } from '@/lib/ideas/queries'
import { paris } from '@/tenants/paris'
import { now, opinion, someone, study } from './answers'

export * from './answers'

/** Those who act for the city in the file that imports them. */
export let instructor: Examiner, signatory: Examiner, admin: Examiner

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
