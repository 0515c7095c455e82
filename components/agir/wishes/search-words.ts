import { getTranslations } from 'next-intl/server'
import { searchFrequencies, type SearchRefusal, searchRefusals } from '@/lib/agir/searches/rules'

export async function frequencyChoices() {
  const t = await getTranslations('agirWishes.searches.frequencies')
  return searchFrequencies.map((value) => ({ value, label: t(value) }))
}

export async function searchRefusalsSaid(): Promise<Record<SearchRefusal, string>> {
  const t = await getTranslations('agirWishes.searches.refusals')
  return Object.fromEntries(searchRefusals.map((code) => [code, t(code)])) as Record<SearchRefusal, string>
}
