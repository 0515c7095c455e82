import { getTranslations } from 'next-intl/server'
import { CityTable } from '@/components/operator/city-table'
import { DraftList } from '@/components/operator/draft-list'
import { ButtonLink } from '@/components/ui/button'
import { requireOperator } from '@/lib/operator/acting'
import { citiesOnAPage, listCitiesFor } from '@/lib/operator/cities/queries'
import { listDrafts } from '@/lib/operator/wizard/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('cities.title') }
}

export default async function Cities({ searchParams }: PageProps<'/operator'>) {
  await requireOperator()
  const t = await getTranslations('operator')
  const page = Math.max(1, Math.floor(Number((await searchParams).page) || 1))
  const { cities, count } = await listCitiesFor(page, new Date())
  const drafts = await listDrafts()
  return (
    <div className="space-y-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-3xl">{t('cities.title')}</h1>
          <p className="mt-2 text-muted">{t('cities.count', { count })}</p>
        </div>
        <ButtonLink href="/nouvelle">{t('create')}</ButtonLink>
      </div>
      <DraftList drafts={drafts} />
      <CityTable cities={cities} />
      {count > citiesOnAPage && (
        <nav aria-label={t('cities.pages')} className="flex gap-4">
          {page > 1 && <a href={`/?page=${page - 1}`}>{t('cities.before')}</a>}
          {page * citiesOnAPage < count && <a href={`/?page=${page + 1}`}>{t('cities.after')}</a>}
        </nav>
      )}
    </div>
  )
}
