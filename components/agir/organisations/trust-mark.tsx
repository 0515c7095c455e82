import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'

const looks = [
  { tone: 'neutral', icon: 'info' },
  { tone: 'action', icon: 'check' },
  { tone: 'success', icon: 'circle-check' },
  { tone: 'accent', icon: 'landmark' },
] as const

/** How far the city knows that it is who it says: the word first, the colour only repeats it. */
export async function TrustMark({ trust }: { trust: number }) {
  const t = await getTranslations('agirOrganisations')
  const { tone, icon } = looks[trust] ?? looks[0]
  return (
    <Tag tone={tone} icon={<Icon name={icon} className="size-4" />}>
      {t(`trust.${String(trust) as '0'}`)}
    </Tag>
  )
}
