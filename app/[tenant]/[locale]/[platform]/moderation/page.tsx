import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeysHelp } from '@/components/desk/keys-help'
import { LastDecisions } from '@/components/desk/last-decisions'
import { LeftBehind } from '@/components/desk/left-behind'
import { QueueFilters } from '@/components/desk/queue-filters'
import { QueueList } from '@/components/desk/queue-list'
import { TakeUp } from '@/components/desk/take-up'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import { requireRole } from '@/lib/auth/require-role'
import { districtNames, localized } from '@/lib/i18n/localized'
import { listLastDecisions } from '@/lib/moderation/desk/queries'
import { queueQuery, readLeft, readQueue } from '@/lib/moderation/queue/input'
import { listQueue } from '@/lib/moderation/queue/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ModerationQueue({ searchParams }: Props) {
  const reader = await requireRole('moderator')
  const site = await currentSite()
  const { tenant, locale } = site
  const [t, href] = [await getTranslations('desk'), await currentHref()]
  const asked = await searchParams
  const { filters, after } = readQueue(asked)
  const { shown, next, counts } = await listQueue(tenant, { filters, after, reader })
  const last = await listLastDecisions(tenant)
  const here = href('/moderation')
  const named = <Id,>(list: { name: Parameters<typeof localized>[0]; id: Id }[]) =>
    list.map(({ id, name }) => ({ value: id, label: localized(name, locale, tenant) }))
  const themes = named(tenant.themes)
  const districts = named(tenant.territory.districts.map(({ code: id, name }) => ({ id, name })))
  const labelOf = (list: { value: string; label: string }[], value: string | null) =>
    list.find((one) => one.value === value)?.label ?? null
  const isFiltered = queueQuery(filters) !== '' || after !== null
  const lead = [
    t('counts', counts),
    t('late', { count: counts.late }),
    t('mine', { count: counts.mine }),
  ].join(' · ')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <LeftBehind left={readLeft(asked)} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-bold">{lead}</p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={href('/moderation/modeles')} variant="quiet" icon={<Icon name="file-text" />}>
            {t('templates')}
          </ButtonLink>
          <ButtonLink href={href('/moderation/chiffres')} variant="quiet" icon={<Icon name="scale" />}>
            {t('figures')}
          </ButtonLink>
          {isOffered(tenant, 'decider') && (
            <ButtonLink
              href={href('/moderation/vie', 'decider')}
              variant="quiet"
              icon={<Icon name="hourglass" />}
            >
              {(await getTranslations('life'))('staff.all.link')}
            </ButtonLink>
          )}
          <KeysHelp letters={['j', 'k']} />
        </div>
      </div>
      <div className="mt-5">
        <QueueFilters {...{ here, filters, counts, districts, themes }} />
      </div>
      <div className="mt-6">
        {shown.length === 0 ? (
          <EmptyState title={isFiltered ? t('noneFiltered') : t('none')}>
            {isFiltered ? <a href={here}>{t('clear')}</a> : t('noneText')}
          </EmptyState>
        ) : (
          <QueueList
            readerId={reader.id}
            rows={shown.map((row) => ({
              ...row,
              href: href(`/moderation/${row.id}`),
              theme: labelOf(themes, row.themeId),
              district: districtNames(site, row).join(' · ') || null,
            }))}
          />
        )}
        <div className="mt-6">
          <Pagination
            label={t('pages')}
            previous={after ? { href: here + queueQuery(filters), label: t('first') } : undefined}
            next={next ? { href: here + queueQuery(filters, next), label: t('next') } : undefined}
          />
        </div>
      </div>
      <div className="mt-14 grid gap-10 lg:grid-cols-2">
        <TakeUp />
        <LastDecisions last={last.map((one) => ({ ...one, href: href(`/moderation/${one.taskId}`) }))} />
      </div>
    </Page>
  )
}
