import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { Icon } from '@/components/ui/icon'
import { type Filters, presets } from '@/lib/agir/finding/rules'

/** The one form of the page; filters and order belong to it from wherever they stand. */
export async function SearchBox({
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
  const t = await getTranslations('agirFind')
  const { near, preset, like, by } = filters
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
      {preset && <input type="hidden" name="quand" value={presets[preset]} />}
      {by && <input type="hidden" name="par" value={by} />}
      {like && <input type="hidden" name="comme" value={like} />}
      {near && (
        <>
          <input type="hidden" name="lat" value={near.latitude} />
          <input type="hidden" name="lon" value={near.longitude} />
        </>
      )}
    </form>
  )
}
