import { currentSite } from '@/lib/tenancy/current-site'
import { previewCookie, previewToken, readPreviewToken } from '@/lib/tenancy/preview'
import { pathOf } from '@/lib/tenancy/site'

/** A share link begins the preview of a draft for an hour; `fin` ends it. Neither changes anything in the city. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { tenant, locale, surface } = await currentSite()
  const { token } = await params
  const now = new Date()
  const draftId = readPreviewToken(tenant.id, token, now)
  const cookie = draftId ? previewToken(tenant.id, draftId, now, { hours: 1 }) : null
  return new Response(null, {
    status: 303,
    headers: { location: pathOf(tenant, locale, surface, '/'), 'set-cookie': previewCookie(cookie) },
  })
}
