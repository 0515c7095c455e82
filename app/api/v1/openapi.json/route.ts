import { localized } from '@/lib/i18n/localized'
import { allowReading, answerJson } from '@/lib/open-data/answers'
import { openApiDocument } from '@/lib/open-data/openapi'
import { currentSite } from '@/lib/tenancy/current-site'

export const OPTIONS = allowReading

export async function GET(request: Request) {
  const { tenant, locale, origin } = await currentSite()
  return answerJson(request, openApiDocument(localized(tenant.platformNames.decider, locale, tenant), origin))
}
