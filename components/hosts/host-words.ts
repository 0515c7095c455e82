import { getTranslations } from 'next-intl/server'
import { type HostRefusal, hostRefusals } from '@/lib/tenancy/hosts/rules'

export async function hostRefusalWords(): Promise<Record<HostRefusal, string>> {
  const t = await getTranslations('hosts')
  return Object.fromEntries(hostRefusals.map((code) => [code, t(`refusals.${code}`)])) as Record<
    HostRefusal,
    string
  >
}
