import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { ActivityModeration, ActivityPublication } from '@/lib/agir/activities/rules'

const looks = {
  draft: { tone: 'neutral', icon: 'pencil' },
  submitted: { tone: 'warn', icon: 'hourglass' },
  approved: { tone: 'success', icon: 'circle-check' },
  changes_asked: { tone: 'warn', icon: 'message-circle' },
  rejected: { tone: 'danger', icon: 'x' },
  hidden: { tone: 'danger', icon: 'x' },
  archived: { tone: 'neutral', icon: 'history' },
} as const

/** Where it stands, for whoever offers it. */
export async function OwnStateTag({
  activity: { moderation, publication },
}: {
  activity: { moderation: ActivityModeration; publication: ActivityPublication }
}) {
  const t = await getTranslations('agirOwn.states')
  const state = moderation === 'approved' && publication === 'archived' ? 'archived' : moderation
  const { tone, icon } = looks[state]
  return (
    <Tag tone={tone} icon={<Icon name={icon} className="size-4" />}>
      {t(state)}
    </Tag>
  )
}
