import { Temporal } from 'temporal-polyfill'
import { usualZone } from '../../../tenants/blueprints/offered'

/** So many hours from an instant, on the operator's clock, as a browser writes a day and an hour. */
export function onOperatorsClock(now: Date, hours: number): string {
  const then = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(usualZone)
    .add({ hours })
  return then.toPlainDateTime().round('minute').toString().slice(0, 16)
}
