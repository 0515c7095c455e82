import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnList } from '@/components/agir/own/own-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { listOwnActivities } from '@/lib/agir/activities/own/queries'
import { listSourceWork } from '@/lib/agir/sources/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOwn'))('title'), robots: { index: false } }
}

export default async function OwnActivitiesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const { tenant } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const person = await requirePerson()
  const [t, href, said] = await Promise.all([getTranslations('agirOwn'), currentHref(), searchParams])
  const own = await listOwnActivities(tenant, person.id, new Date())
  const { changes } = await listSourceWork(tenant, person, new Date())
  const isAway = said.rangees !== undefined
  const away = own.filter(({ publication }) => publication === 'archived').length
  const shown = own.filter(({ publication }) => (publication === 'archived') === isAway)
  const begin = (
    <ButtonLink href={href('/proposer')} icon={<Icon name="plus" />}>
      {t('begin')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="space-y-8">
        {said.effacee !== undefined && <Notice tone="success" live="status" title={t('discarded')} />}
        {changes.length > 0 && <Elsewhere count={changes.length} />}
        {own.length === 0 ? (
          <EmptyState title={t('empty')} action={begin}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <>
            <p className="flex flex-wrap gap-3">
              {begin}
              <ButtonLink href={href('/mes-initiatives')} variant="secondary" icon={<Icon name="sprout" />}>
                {(await getTranslations('agirInitiatives.own'))('title')}
              </ButtonLink>
            </p>
            <Which shown={isAway ? 'away' : 'current'} count={own.length} away={away} />
            {isAway && away === 0 && <p className="text-muted">{t('archive.tabs.none')}</p>}
            <OwnList
              own={shown.map((one) => ({
                ...one,
                href: href(one.moderation === 'draft' ? `/proposer/${one.id}` : `/mes-activites/${one.id}`),
              }))}
            />
          </>
        )}
      </div>
    </Page>
  )
}

/** A source says something else of what was taken over here. */
async function Elsewhere({ count }: { count: number }) {
  const [t, href] = await Promise.all([getTranslations('agirSources'), currentHref()])
  return (
    <Notice tone="warn">
      <p>{t('waiting', { count })}</p>
      <p>
        <a href={href('/sources')} className="inline-flex min-h-11 items-center font-bold">
          {t('answer')}
        </a>
      </p>
    </Notice>
  )
}

/** What is going on, and what is put away. */
async function Which({ shown, count, away }: { shown: 'current' | 'away'; count: number; away: number }) {
  const [t, href] = await Promise.all([getTranslations('agirOwn.archive.tabs'), currentHref()])
  const ways = [
    { name: 'current', to: '/mes-activites', count: count - away },
    { name: 'away', to: '/mes-activites?rangees=1', count: away },
  ] as const
  return (
    <nav aria-label={t('label')}>
      <ul className="flex flex-wrap gap-x-6 border-b border-line">
        {ways.map(({ name, to, count: many }) => (
          <li key={name}>
            <a
              href={href(to)}
              aria-current={name === shown ? 'page' : undefined}
              className="inline-flex min-h-11 items-center no-underline aria-[current=page]:border-b-2 aria-[current=page]:border-action aria-[current=page]:font-bold"
            >
              {t(name, { count: many })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
