import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { Icon } from '@/components/ui/icon'
import { type Filters, type Sort, sortFor, sorts } from '@/lib/ideas/listing/rules'

/** The one form of the page; filters and order belong to it from wherever they stand. */
export async function ListSearch({
  id,
  path,
  filters,
  children,
}: {
  id: string
  path: string
  filters: Filters
  children?: ReactNode
}) {
  const t = await getTranslations('ideas')
  return (
    <form id={id} role="search" action={path} className="rounded-card bg-tint p-4 md:p-6">
      <label htmlFor={`${id}-q`} className="mb-1 block font-bold">
        {t('search.label')}
      </label>
      <div className="flex flex-wrap gap-3">
        <input
          id={`${id}-q`}
          type="search"
          name="q"
          defaultValue={filters.words ?? ''}
          maxLength={100}
          dir="auto"
          enterKeyHint="search"
          className={`${controlLook} min-w-0 flex-1 basis-60`}
        />
        <Button icon={<Icon name="search" />}>{t('search.submit')}</Button>
        {children}
      </div>
      {filters.near && (
        <>
          <input type="hidden" name="lat" value={filters.near.latitude} />
          <input type="hidden" name="lon" value={filters.near.longitude} />
        </>
      )}
    </form>
  )
}

export async function SortChoice({ form, filters }: { form: string; filters: Filters }) {
  const t = await getTranslations('ideas')
  const usual = sortFor(undefined, filters)
  const offered = (Object.keys(sorts) as Sort[]).filter((sort) => sortFor(sort, filters) === sort)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={`${form}-tri`} className="text-base">
        {t('sort.label')}
      </label>
      <span className="max-w-full">
        <select
          key={filters.sort}
          form={form}
          id={`${form}-tri`}
          name="tri"
          defaultValue={filters.sort === usual ? '' : sorts[filters.sort]}
          className={controlLook}
        >
          {offered.map((sort) => (
            <option key={sort} value={sort === usual ? '' : sorts[sort]}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </span>
      <Button form={form} variant="secondary">
        {t('sort.apply')}
      </Button>
    </div>
  )
}
