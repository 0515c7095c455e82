import { localized } from '@/lib/i18n/localized'
import { allowReading, answerJson } from '@/lib/open-data/answers'
import { openApiDocument } from '@/lib/open-data/openapi'
import { currentSite } from '@/lib/tenancy/current-site'
import { hasConsultations, homePlatform, isOffered } from '@/lib/tenancy/site'

export const OPTIONS = allowReading

export async function GET(request: Request) {
  const { tenant, locale, origin } = await currentSite()
  const title = localized(tenant.platformNames[homePlatform(tenant)], locale, tenant)
  const offered = {
    ideas: isOffered(tenant, 'decider'),
    consultations: hasConsultations(tenant),
    activities: isOffered(tenant, 'agir'),
  }
  const { licence } = tenant.openData
  return answerJson(tenant, request, openApiDocument({ title, server: origin, licence }, offered))
}
