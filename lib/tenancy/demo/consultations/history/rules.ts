import { Temporal } from 'temporal-polyfill'
import type { DemoConsultation } from '../../../../../tenants/consultations'
import type { journal } from '../../../../../drizzle/schema'
import { type Episode, sayingOf } from '../../../../consultations/history/rules'
import { dayIn, isLate, noonOf } from '../../../../consultations/rules'
import type { Row } from '../rules'

type Entry = typeof journal.$inferInsert
type Ground = { timeZone: string; now: Date }

/** What the city wrote down of a demo consultation as it happened: its public history, true on the day it is opened. */
export function plantedHistory(row: Row, item: DemoConsultation, { timeZone, now }: Ground): Entry[] {
  const today = dayIn(timeZone, now)
  const dayAt = (from: number) => Temporal.PlainDate.from(today).add({ days: from }).toString()
  const days = {
    opensOn: row.opensOn ?? null,
    closesOn: row.closesOn ?? null,
    reportDueOn: row.reportDueOn ?? null,
    ...{ hour: row.hour ?? null, place: row.place ?? null },
  }
  const said = sayingOf({ title: row.title, slug: row.slug, ...days })
  const entry = (kind: Episode, at: Date, detail = {}): Entry => ({
    kind,
    aboutId: row.id,
    at,
    byRole: 'city',
    visibility: 'public',
    detail: { ...said, ...detail },
  })
  const on = (kind: Episode, from: number | undefined, detail = {}) =>
    from === undefined ? [] : [entry(kind, noonOf(dayAt(from), timeZone), detail)]
  const { moved } = item
  const before = moved && {
    opensOn: dayAt(moved.opens),
    closesOn: dayAt(moved.closes),
    reportDueOn: null,
    ...{ hour: days.hour, place: days.place },
  }
  const asked = { ...row, ...days, reportedOn: row.reportedOn ?? null, decidedOn: null, followedUpOn: null }
  const isOwed = isLate({ ...asked, cancelledOn: row.cancelledOn ?? null }, today)
  return [
    entry('consultation_published', row.publishedAt!, before),
    ...on('consultation_moved', moved?.on, { before, text: moved?.reason }),
    ...(item.opens < 0 && item.cancelled === undefined ? on('consultation_opened', item.opens) : []),
    ...(isOwed ? [entry('consultation_late', noonOf(dayAfter(days.reportDueOn!), timeZone))] : []),
    ...on('consultation_cancelled', item.cancelled, { text: item.cancelReason }),
    ...on('consultation_reported', item.reported),
    ...on('consultation_decided', item.decidedAt),
    ...on('consultation_followed_up', item.followed),
  ]
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
