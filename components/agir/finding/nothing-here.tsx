import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { writeFilters } from '@/lib/agir/finding/input'
import { type Filters, isDated, isNarrowed } from '@/lib/agir/finding/rules'

/** Nothing matches, or nothing is there yet: what may be let go of first is offered first. */
export async function NothingHere({
  filters,
  path,
  offerHref,
}: {
  filters: Filters
  path: string
  offerHref: string
}) {
  const t = await getTranslations('agirFind')
  const narrowed = isNarrowed(filters)
  const anyDay = writeFilters(filters, { preset: null, from: null, until: null })
  const anyPlace = writeFilters(filters, { near: null, districts: [] })
  const isPlaced = filters.near !== null || filters.districts.length > 0
  return (
    <EmptyState
      level="h3"
      title={narrowed ? t('empty.title') : t('empty.firstTitle')}
      action={
        <>
          {isDated(filters) && (
            <ButtonLink href={path + anyDay} variant="secondary">
              {t('empty.anyDay')}
            </ButtonLink>
          )}
          {isPlaced && (
            <ButtonLink href={path + anyPlace} variant="secondary">
              {t('empty.anyPlace')}
            </ButtonLink>
          )}
          {narrowed && (
            <ButtonLink href={path} variant="secondary">
              {t('filters.clear')}
            </ButtonLink>
          )}
          <ButtonLink href={offerHref}>{t('offer')}</ButtonLink>
        </>
      }
    >
      <p>{narrowed ? t('empty.text') : t('empty.firstText')}</p>
    </EmptyState>
  )
}
