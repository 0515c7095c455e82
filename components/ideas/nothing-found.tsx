import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { IdeaWords } from '@/lib/i18n/words'
import type { Filters } from '@/lib/ideas/listing/rules'

/** Nothing matches, or nothing is there yet: two different things to say. */
export async function NothingFound({
  filters,
  path,
  depositHref,
  words,
}: {
  filters: Filters
  path: string
  depositHref: string
  words: IdeaWords
}) {
  const t = await getTranslations('ideas')
  const { near, themes, districts, shelves } = filters
  const isNarrowed = Boolean(filters.words || near || themes.length + districts.length + shelves.length)
  return (
    <EmptyState
      level="h3"
      title={isNarrowed ? t('empty.title') : t('empty.firstTitle', words)}
      action={
        <>
          {isNarrowed && (
            <ButtonLink href={path} variant="secondary">
              {t('filters.clear')}
            </ButtonLink>
          )}
          <ButtonLink href={depositHref}>{t('deposit', words)}</ButtonLink>
        </>
      }
    >
      <p>{isNarrowed ? t('empty.text') : t('empty.firstText')}</p>
    </EmptyState>
  )
}
