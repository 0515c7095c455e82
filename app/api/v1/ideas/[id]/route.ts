import { wholeOf } from '@/lib/ideas/open-data/rules'
import { findPublicIdea } from '@/lib/ideas/queries'
import { allowReading, answerJson, problem } from '@/lib/open-data/answers'
import { currentSite } from '@/lib/tenancy/current-site'
import { ideasOrigin } from '@/lib/tenancy/origin'

export const OPTIONS = allowReading

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { tenant, locale, origin } = await currentSite()
  const idea = await findPublicIdea(tenant, (await params).id)
  if (!idea) return problem(404)
  if (idea.isHidden) return problem(410, { detail: idea.refusalCode ?? undefined })
  return answerJson(tenant, request, wholeOf(idea, ideasOrigin(tenant, locale), origin))
}
