import { z } from 'zod'
import { repeats, ruleOf } from './repeats/rules'
import { type Weekday, weekdays } from './weeks/rules'
import { limits, timingRefusal, type Timing, type TimingRefusal } from './rules'

const day = z.iso.date({ error: 'day' })
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hour')
const optionalDay = z
  .union([z.literal('').transform(() => null), day])
  .optional()
  .default(null)
const optionalCount = z
  .union([
    z.literal('').transform(() => null),
    z
      .string()
      .regex(/^\d{1,3}$/, 'number')
      .transform(Number),
  ])
  .optional()
  .default(null)
const tick = z.literal('on').optional()
const days = Object.fromEntries(weekdays.map((one) => [`day_${one}`, tick])) as Record<
  `day_${Weekday}`,
  typeof tick
>

/** Where the refusal of a timing is said. */
const fields: Record<TimingRefusal, string> = {
  rule_unreadable: 'repeat',
  rule_too_fine: 'repeat',
  rule_endless: 'count',
  rule_too_long: 'until',
  rule_too_many: 'count',
  rule_empty: 'until',
  ends_before_start: 'to',
  lasts_too_long: 'to',
}

const shape = {
  on: day,
  from: hour,
  to: hour,
  repeat: z.enum(repeats, { error: 'choice_required' }),
  every: z.coerce.number().int().min(1).max(12).catch(1),
  ends: z.enum(['count', 'until']).catch('count'),
  count: optionalCount,
  until: optionalDay,
  ...days,
}

/** When something begins, how long it lasts, how it comes back: in the clocks of the city. */
export const TimingInput = ({ tenant }: { tenant: { timeZone: string } }) =>
  z.object({ activityId: z.uuid(), ...shape }).transform((filled, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { max: limits.dates } })
    if (filled.repeat !== 'once' && filled[filled.ends] === null) issue(filled.ends, 'required')
    const timing = timingOf(filled, tenant.timeZone)
    const refusal = context.issues.length > 0 ? null : timingRefusal(timing)
    if (refusal) issue(fields[refusal], refusal)
    return { activityId: filled.activityId, timing }
  })

type Filled = z.output<z.ZodObject<typeof shape>>

/** What ends before it began ends the next day. */
function timingOf(filled: Filled, zone: string): Timing {
  const { on, from, to, repeat, every, count, until } = filled
  const startsLocal = `${on} ${from}:00`
  const endsLocal = `${to > from ? on : dayAfter(on)} ${to}:00`
  const ends = filled.ends === 'until' && until ? { until } : { count: Math.max(1, count ?? 1) }
  const chosen = weekdays.filter((one) => filled[`day_${one}`] === 'on')
  const rule = ruleOf({ repeat, every, days: chosen, ends }, startsLocal, zone)
  return { zone, startsLocal, endsLocal, rule, exceptions: [], additions: [] }
}

function dayAfter(day: string): string {
  return new Date(new Date(`${day}T12:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10)
}
