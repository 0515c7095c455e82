import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { daysBetween, isLate, type Status, statusOf } from '@/lib/consultations/rules'

type Dated = Parameters<typeof isLate>[0]

const looks = {
  open: { tone: 'success', icon: 'message-circle' },
  announced: { tone: 'action', icon: 'calendar' },
  closed_report_due: { tone: 'warn', icon: 'hourglass' },
  report_published: { tone: 'neutral', icon: 'file-text' },
  decision_published: { tone: 'neutral', icon: 'gavel' },
  followed_up: { tone: 'neutral', icon: 'check' },
  cancelled: { tone: 'danger', icon: 'x' },
} as const satisfies Record<Status, object>

/** How far it has come; late in words when the city owes its report. */
export async function ConsultationStatus({ consultation, today }: { consultation: Dated; today: string }) {
  const t = await getTranslations('consultations')
  if (isLate(consultation, today))
    return (
      <Tag tone="danger" icon={<Icon name="clock" className="size-4" />}>
        {t('late', { days: daysBetween(consultation.reportDueOn!, today) })}
      </Tag>
    )
  const status = statusOf(consultation, today)
  const { tone, icon } = looks[status]
  return (
    <Tag tone={tone} icon={<Icon name={icon} className="size-4" />}>
      {t(`statuses.${status}`)}
    </Tag>
  )
}
