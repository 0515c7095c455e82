import type { NextRequest } from 'next/server'
import { listComments } from '@/lib/comments/open-data/queries'
import { recordOf } from '@/lib/comments/open-data/rules'
import { CommentsQuery, readMark, writeMark } from '@/lib/comments/reading/input'
import { findPublicIdea } from '@/lib/ideas/queries'
import { allowReading, answerJson, badParameters, problem } from '@/lib/open-data/answers'
import { currentSite } from '@/lib/tenancy/current-site'
import { ideasOrigin } from '@/lib/tenancy/origin'

export const OPTIONS = allowReading

export async function GET(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { tenant, locale } = await currentSite()
  const idea = await findPublicIdea(tenant, (await params).id)
  if (!idea) return problem(404)
  if (idea.isHidden) return problem(410, { detail: idea.refusalCode ?? undefined })
  const query = CommentsQuery.safeParse(Object.fromEntries(request.nextUrl.searchParams))
  if (!query.success) return badParameters(query.error)
  const { cursor, limit } = query.data
  const after = cursor ? readMark(cursor) : null
  const found = await listComments(tenant, { ideaId: idea.id, after, limit })
  const page = `${ideasOrigin(tenant, locale)}/idees/${idea.slug ?? idea.id}`
  return answerJson(tenant, request, {
    comments: found.records.map((record) => recordOf(record, page)),
    count: found.count,
    next: found.after && writeMark(found.after),
  })
}
