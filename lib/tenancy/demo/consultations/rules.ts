import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { consultationDocuments, consultations } from '../../../../drizzle/schema'
import type { DemoConsultation, DemoInventory } from '../../../../tenants/consultations'
import { dayIn, reportDueAfter, types } from '../../../consultations/rules'
import { slugOf } from '../../../ideas/moderation/rules'

type Ground = { timeZone: string; locale: string; now: Date }
export type Row = typeof consultations.$inferInsert & { id: string }
type Held = { row: Row; item: DemoConsultation; documents: (typeof consultationDocuments.$inferInsert)[] }

const month = 30 * 86_400_000

/** A demo city's inventory as its agents would have kept it, true on the day it is opened. */
export function plantedInventory({ audience, contact, items }: DemoInventory, ground: Ground): Held[] {
  return items.map((item) => {
    const id = randomUUID()
    const documents = item.docs.map(([title, url]) => ({
      consultationId: id,
      title,
      url,
      addedAt: ground.now,
    }))
    return { item, row: { id, audience, contact, ...rowOf(item, ground) }, documents }
  })
}

function rowOf(item: DemoConsultation, { timeZone, locale, now }: Ground): Omit<Row, 'id'> {
  const today = Temporal.PlainDate.from(dayIn(timeZone, now))
  const day = (from: number | undefined) => (from === undefined ? null : today.add({ days: from }).toString())
  const closesOn = day(item.closes)!
  const publishedAt = new Date(now.getTime() + Math.min(0, item.opens) * 86_400_000 - month / 2)
  const lastly = Math.max(
    ...[item.reported, item.decidedAt, item.followed, item.cancelled, item.moved?.on, -400].map(
      (one) => one ?? -400,
    ),
  )
  const { title, summary, decided, undecided, modalities } = item
  return {
    ...{ title, summary, decided, undecided, modalities, locale, closesOn, publishedAt },
    type: types.find((type) => type === item.type)!,
    slug: slugOf(title),
    districtCode: item.district,
    themeId: item.theme,
    departmentId: item.department ?? null,
    hour: item.hour ?? null,
    place: item.place ?? null,
    legalFrame: item.legal ?? null,
    externalUrl: item.externalUrl ?? null,
    opensOn: day(item.opens),
    reportDueOn: reportDueAfter(closesOn),
    createdAt: publishedAt,
    changedAt: new Date(Math.max(publishedAt.getTime(), now.getTime() + lastly * 86_400_000)),
    report: item.report ?? null,
    participantCount: item.participants ?? null,
    reportedOn: day(item.reported),
    decision: item.decision ?? null,
    decidedOn: day(item.decidedAt),
    followUp: item.followup ?? null,
    followedUpOn: day(item.followed),
    cancelledOn: day(item.cancelled),
    cancelReason: item.cancelReason ?? null,
    sequence: (item.moved ? 1 : 0) + (item.cancelled === undefined ? 0 : 1),
  }
}
