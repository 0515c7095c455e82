import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { type Axes, type Shelf, shelfOf, stageOf } from '@/lib/ideas/rules'

type Look = { tone: ComponentProps<typeof Tag>['tone']; icon: ComponentProps<typeof Icon>['name'] }

const looks: Record<Shelf, Look> = {
  open: { tone: 'action', icon: 'users' },
  reached: { tone: 'success', icon: 'award' },
  studied: { tone: 'accent', icon: 'search' },
  answered: { tone: 'accent', icon: 'gavel' },
  carried_out: { tone: 'success', icon: 'hammer' },
  expired: { tone: 'neutral', icon: 'clock' },
  closed: { tone: 'neutral', icon: 'x' },
}

/** Where an idea stands, in words and with a sign of its own. */
export async function StageTag({ idea }: { idea: Axes }) {
  const t = await getTranslations('stages')
  const { tone, icon } = looks[shelfOf(idea) ?? 'closed']
  return (
    <Tag tone={tone} icon={<Icon name={icon} />}>
      {t(stageOf(idea))}
    </Tag>
  )
}
