import 'server-only'
import { milestones } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { dayIn } from '../../../consultations/rules'
import { inTenant } from '../../../db'
import { forgetImages, keepImage, type Picture } from '../../../media/commands'
import type { ImageRefusal } from '../../../media/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { applyChange } from '../../changes/commands'
import { mayChange } from '../../changes/rules'
import { type Act, takeFile } from '../commands'
import { meetDuty, oweNews } from '../duties/commands'
import { mirrorDelivery } from '../mirroring/commands'
import { changeOfMilestone, type ExaminationRefusal, type MilestoneKind } from '../rules'

export type MilestoneText = {
  kind: MilestoneKind
  body: string
  plannedOn: string | null
  doneOn: string | null
  reference: string | null
  url: string | null
}
type Photo = { bytes: Uint8Array; alt: string } | null
type Kept = { file: string; width: number; height: number; alt: string } | null

/** A step of what was promised, with the day it was done or will be, and a photograph of it if there is one. */
export async function reportMilestone(
  tenant: Tenant,
  { photo, ...report }: Act & { milestone: MilestoneText; photo: Photo },
): Promise<Outcome<undefined, ExaminationRefusal | ImageRefusal>> {
  let kept: Outcome<Picture, ImageRefusal> | null = null
  if (photo) kept = await keepImage(tenant, photo.bytes)
  if (kept && !kept.ok) return kept
  const picture = kept && photo ? { ...kept.value, alt: photo.alt } : null
  const written = await writeMilestone(tenant, { ...report, picture })
  if (!written.ok && picture) await forgetImages(tenant, [picture.file])
  return written
}

function writeMilestone(
  tenant: Tenant,
  { milestone, picture, ...act }: Act & { milestone: MilestoneText; picture: Kept },
): Promise<Outcome<undefined, ExaminationRefusal>> {
  const { ideaId, by, now } = act
  const byRole = milestone.kind === 'abandoned' ? 'signatory' : 'instructor'
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, byRole)
    if (!file.ok)
      return refused(
        byRole === 'signatory' && file.refusal === 'out_of_scope' ? 'only_a_signatory' : file.refusal,
      )
    const { idea } = file.value
    if (idea.continuesAt) return refused('told_there')
    if (milestone.doneOn && milestone.doneOn > dayIn(idea.timeZone ?? 'UTC', now))
      return refused('future_day')
    const change = changeOfMilestone(milestone.kind, idea)
    if (!mayChange(idea, change)) return refused('not_now')
    const [row] = await db
      .insert(milestones)
      .values({ ideaId, ...milestone, ...picture, at: now, byId: by.id })
      .returning({ id: milestones.id })
    const detail = { milestone: milestone.kind, milestoneId: row!.id }
    await applyChange(db, idea, change, { byId: by.id, byRole, now, detail })
    await meetDuty(db, ideaId, 'inform_progress', now)
    const goesOn = change !== 'deliver' && change !== 'abandon'
    if (goesOn && idea.delivery !== 'delivered' && idea.delivery !== 'abandoned')
      await oweNews(db, ideaId, now)
    await mirrorDelivery(db, `/idees/${idea.slug}`, { step: change, now, detail })
    return done(undefined)
  })
}
