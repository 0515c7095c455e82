import 'server-only'
import { eq } from 'drizzle-orm'
import { ideas } from '../../../../drizzle/schema'
import { findDays } from '../../../consultations/queries'
import { dayIn, statusOf } from '../../../consultations/rules'
import type { Db } from '../../../db'
import { applyChange } from '../../changes/commands'
import type { Axes } from '../../rules'
import { meetDuty, oweNews } from '../duties/commands'
import { mirrored, sourceOf, type Step, stepOfDelivery, stepOfStatus } from './rules'

type Taken = { step: Step; now: Date; detail?: Record<string, unknown> }

/** A step was taken where ideas go on: each of them takes it too. Nothing is written twice. */
export async function mirrorDelivery(db: Db, source: string, taken: Taken): Promise<void> {
  const following = await db
    .select()
    .from(ideas)
    .where(eq(ideas.continuesAt, source))
    .orderBy(ideas.id)
    .for('no key update')
  for (const idea of following) await follow(db, idea, { ...taken, source })
}

type Following = Axes & { id: string }

async function follow(db: Db, idea: Following, taken: Taken & { source: string }): Promise<void> {
  const { now, source } = taken
  const step = mirrored(idea, taken.step)
  if (!step) return
  const detail = { source, ...taken.detail }
  await applyChange(db, idea, step, { byId: null, byRole: 'system', now, detail })
  await meetDuty(db, idea.id, 'inform_progress', now)
  if (step !== 'deliver' && step !== 'abandon') await oweNews(db, idea.id, now)
}

type Place = { idea: Following; source: string; timeZone: string; now: Date }

/** What begins to go on there is from then on as far as that is; it never goes back. */
export async function alignDelivery(db: Db, { idea, source, timeZone, now }: Place): Promise<void> {
  const step = await stepThere(db, source, dayIn(timeZone, now))
  if (step && mirrored(idea, step) === step) await follow(db, idea, { step, now, source })
}

async function stepThere(db: Db, url: string, today: string): Promise<Step | null> {
  const source = sourceOf(url)
  if (source?.kind === 'consultations') {
    const days = await findDays(db, source.slug)
    return days && stepOfStatus[statusOf(days, today)]
  }
  const [idea] = source ? await db.select().from(ideas).where(eq(ideas.slug, source.slug)).for('share') : []
  return idea ? stepOfDelivery[idea.delivery] : null
}
