import { getTranslations } from 'next-intl/server'
import { type RoleRefusal, roleRefusals } from '@/lib/people/roles/rules'

export async function roleRefusalSentences(): Promise<Record<RoleRefusal, string>> {
  const t = await getTranslations('roles')
  const sentences = roleRefusals.map((code) => [code, t(`refusals.${code}`)])
  return Object.fromEntries(sentences) as Record<RoleRefusal, string>
}
