import { getTranslations } from 'next-intl/server'
import type { IdeaWords } from '@/lib/i18n/words'
import type { Listing } from '@/lib/ideas/listing/queries'

/** How many there are, as far as they were counted. */
export async function ListingCount({ total, words }: { total: Listing['total']; words: IdeaWords }) {
  const t = await getTranslations('ideas')
  if (!total) return t('results')
  return t(total.atLeast ? 'countAtLeast' : 'count', { count: total.count, ...words })
}
