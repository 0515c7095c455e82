import { currentSite } from '@/lib/tenancy/current-site'

export default async function DeciderHome() {
  const { tenant, locale } = await currentSite()
  return <h1>{tenant.platformNames.decider[locale]}</h1>
}
