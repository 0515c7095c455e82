import { getTranslations } from 'next-intl/server'
import { type ClaimRefusal, claimRefusals } from '@/lib/agir/sources/claims/rules'

export async function claimRefusalsSaid(): Promise<Record<ClaimRefusal, string>> {
  const t = await getTranslations('agirSources.claims.refusals')
  return Object.fromEntries(claimRefusals.map((code) => [code, t(code)])) as Record<ClaimRefusal, string>
}
