import { getTranslations } from 'next-intl/server'
import { type SourceRefusal, sourceRefusals } from '@/lib/agir/sources/rules'

export async function sourceRefusalsSaid(): Promise<Record<SourceRefusal, string>> {
  const t = await getTranslations('agirSources.refusals')
  return Object.fromEntries(sourceRefusals.map((code) => [code, t(code)])) as Record<SourceRefusal, string>
}
