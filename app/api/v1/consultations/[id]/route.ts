import { wholeOf } from '@/lib/consultations/open-data/rules'
import { findConsultation } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { allowReading, answerJson, problem } from '@/lib/open-data/answers'
import { currentSite } from '@/lib/tenancy/current-site'
import { ideasOrigin } from '@/lib/tenancy/origin'

export const OPTIONS = allowReading

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { tenant, locale, origin } = await currentSite()
  const found = await findConsultation(tenant, (await params).id)
  if (!found) return problem(404)
  const today = dayIn(tenant.timeZone, new Date())
  return answerJson(tenant, request, wholeOf(found, ideasOrigin(tenant, locale), origin, today))
}
