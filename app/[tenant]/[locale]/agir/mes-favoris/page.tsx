import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActivityCard } from '@/components/agir/finding/activity-card'
import { WithHearts } from '@/components/agir/wishes/with-hearts'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { type Favourite, listFavourites } from '@/lib/agir/favourites/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirWishes.favourites')
  return { title: t('title'), robots: { index: false } }
}

export default async function MyFavouritesPage() {
  const person = await requirePerson()
  const [{ tenant }, href, t] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirWishes.favourites'),
  ])
  const kept = await listFavourites(tenant, person.id, new Date())
  const [ahead, behind] = [kept.filter(({ isOver }) => !isOver), kept.filter(({ isOver }) => isOver)]
  return (
    <WithHearts initial={kept.map(({ id }) => id)}>
      <Page title={t('title')} lead={t('lead')}>
        {kept.length === 0 && (
          <EmptyState
            title={t('emptyTitle')}
            art={<Signature seed={tenant.theme.seed} className="h-16" />}
            action={<ButtonLink href={href('/activites')}>{t('find')}</ButtonLink>}
          >
            {t('empty')}
          </EmptyState>
        )}
        <Kept title={t('ahead')} activities={ahead} />
        <Kept title={t('behind')} activities={behind} />
      </Page>
    </WithHearts>
  )
}

function Kept({ title, activities }: { title: string; activities: Favourite[] }) {
  if (activities.length === 0) return null
  return (
    <section className="mt-10 first:mt-0">
      <h2 className="text-2xl">{title}</h2>
      <ul className="mt-4 grid gap-4 md:grid-cols-2 lg:grid-cols-3">
        {activities.map((activity) => (
          <li key={activity.id} className="flex">
            <ActivityCard activity={activity} />
          </li>
        ))}
      </ul>
    </section>
  )
}
