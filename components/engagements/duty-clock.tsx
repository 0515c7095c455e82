import { getFormatter, getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { clockOf, type Owed, type Standing, standingOf } from '@/lib/engagements/rules'

const looks: Record<Standing, string> = {
  late: 'text-danger',
  owed: 'text-ink',
  met: 'text-success',
  met_late: 'text-muted',
  waived: 'text-muted',
}
const icons = {
  late: 'triangle-alert',
  owed: 'hourglass',
  met: 'circle-check',
  met_late: 'circle-check',
  waived: 'info',
} as const

/** How long is left, or how late it is, always beside the day itself. */
export async function DutyClock({ duty, timeZone, now }: { duty: Owed; timeZone: string | null; now: Date }) {
  const [t, format] = await Promise.all([getTranslations('engagements'), getFormatter()])
  const standing = standingOf(duty, now)
  const { days } = clockOf(duty.dueAt, now)
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeZone: timeZone ?? undefined })
  const lastDay = new Date(duty.dueAt.getTime() - 1)
  const ended = duty.metAt ?? duty.waivedAt
  return (
    <p className="leading-snug">
      <span className={`flex items-center gap-2 font-bold ${looks[standing]}`}>
        <Icon name={icons[standing]} />
        {standing === 'late' && t('clock.late', { days })}
        {standing === 'owed' && t('clock.left', { days })}
        {standing === 'met' && t('clock.met')}
        {standing === 'met_late' && t('clock.metLate', { days: clockOf(duty.dueAt, ended!).days })}
        {standing === 'waived' && t('clock.waived')}
      </span>
      <span className="mt-0.5 block text-base text-muted">
        <time dateTime={(ended ?? lastDay).toISOString()}>
          {ended
            ? t('clock.doneOn', { date: date(ended), due: date(lastDay) })
            : t('clock.before', { date: date(lastDay) })}
        </time>
      </span>
    </p>
  )
}
