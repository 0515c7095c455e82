import { getTranslations } from 'next-intl/server'
import { type BanRefusal, banRefusals } from '@/lib/people/bans/rules'

export async function banRefusalWords() {
  const t = await getTranslations('bans.refusals')
  return Object.fromEntries(banRefusals.map((code) => [code, t(code)])) as Record<BanRefusal, string>
}
