import { getTranslations } from 'next-intl/server'
import { Attention } from '@/components/operator/attention'
import { CityFilter } from '@/components/operator/city-filter'
import { CityTable } from '@/components/operator/city-table'
import { DraftList } from '@/components/operator/draft-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { requireOperator } from '@/lib/operator/acting'
import { SoughtCities } from '@/lib/operator/cities/input'
import { citiesOnAPage, listCitiesFor } from '@/lib/operator/cities/queries'
import { countWaitingCalls } from '@/lib/operator/help/queries'
import { listDrafts } from '@/lib/operator/wizard/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('cities.title') }
}

export default async function Cities({ searchParams }: PageProps<'/operator'>) {
  await requireOperator()
  const t = await getTranslations('operator')
  const { q, etat, page } = SoughtCities.parse(await searchParams)
  const sought = { name: q, status: etat }
  const { cities, count } = await listCitiesFor(page, new Date(), sought)
  const isFiltered = q !== '' || etat !== undefined
  const at = (number: number) =>
    `/?${new URLSearchParams({ ...(q && { q }), ...(etat && { etat }), page: String(number) })}`
  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-3xl">{t('cities.title')}</h1>
          <p className="mt-2 text-muted">{t('cities.count', { count })}</p>
        </div>
        <ButtonLink href="/nouvelle">{t('create')}</ButtonLink>
      </div>
      <Attention calls={await countWaitingCalls()} />
      <CityFilter sought={sought} />
      {cities.length === 0 && isFiltered ? (
        <EmptyState title={t('cities.none')}>
          <a href="/">{t('notThere.back')}</a>
        </EmptyState>
      ) : (
        <CityTable cities={cities} />
      )}
      {count > citiesOnAPage && (
        <nav aria-label={t('cities.pages')} className="flex gap-4">
          {page > 1 && <a href={at(page - 1)}>{t('cities.before')}</a>}
          {page * citiesOnAPage < count && <a href={at(page + 1)}>{t('cities.after')}</a>}
        </nav>
      )}
      <DraftList drafts={await listDrafts()} />
    </div>
  )
}
