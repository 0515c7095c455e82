import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { DateState } from '@/lib/agir/dates/rules'

const looks = {
  rescheduled: { tone: 'warn', icon: 'history' },
  moved_online: { tone: 'action', icon: 'monitor' },
  postponed: { tone: 'warn', icon: 'hourglass' },
  cancelled: { tone: 'danger', icon: 'x' },
  done: { tone: 'neutral', icon: 'check' },
} as const

/** What became of a date, in a word; nothing where all is as it was announced. */
export async function DateStateTag({ state }: { state: DateState }) {
  if (state === 'scheduled') return null
  const t = await getTranslations('agirDates.states')
  const { tone, icon } = looks[state]
  return (
    <Tag tone={tone} icon={<Icon name={icon} className="size-4" />}>
      {t(state)}
    </Tag>
  )
}
