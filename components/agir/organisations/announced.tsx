import { getTranslations } from 'next-intl/server'
import { ActivityCard } from '@/components/agir/finding/activity-card'
import { TakeAway } from '../finding/take-away'
import { noFilters } from '@/lib/agir/finding/rules'
import { Section } from '@/components/ideas/section'
import type { ActivityCard as Activity } from '@/lib/agir/finding/cards/queries'

/** What an organisation has before it: how one meets it. */
export async function Announced({
  announced,
  slug,
}: {
  announced: (Activity & { id: string })[]
  slug: string
}) {
  const t = await getTranslations('agirOrganisations')
  return (
    <Section id="agenda" title={t('announced.title')}>
      {announced.length === 0 && <p className="text-muted">{t('announced.none')}</p>}
      <ul className="grid gap-4">
        {announced.map((activity) => (
          <li key={activity.slug} className="flex">
            <ActivityCard activity={activity} />
          </li>
        ))}
      </ul>
      {announced.length > 0 && <TakeAway filters={{ ...noFilters, by: slug }} />}
    </Section>
  )
}
