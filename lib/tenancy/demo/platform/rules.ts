import { Temporal } from 'temporal-polyfill'
import { usualZone } from '../../../../tenants/blueprints/offered'
import type { DemoMoment } from '../../../../tenants/platform'

/** A day of the demo, and an hour of it on the operator's clock. */
export function momentOf({ days, hour }: DemoMoment, now: Date): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(usualZone)
    .toPlainDate()
  const plainTime = Temporal.PlainTime.from({ hour })
  const then = today.subtract({ days }).toZonedDateTime({ timeZone: usualZone, plainTime })
  return new Date(then.epochMilliseconds)
}
