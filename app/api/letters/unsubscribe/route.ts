import type { NextRequest } from 'next/server'
import { siteOf } from '@/lib/auth/sign-in'
import { stopFollowing } from '@/lib/ideas/supports/commands'
import { readUnsubscribeToken } from '@/lib/mail/unsubscribe-token'
import { pathOf } from '@/lib/tenancy/site'

/**
 * One press in a mail program (RFC 8058), or the button of our own page. It comes from anywhere, so only the signed token
 * counts, and all that it can do is stop one person's letters about one idea.
 */
export async function POST(request: NextRequest) {
  const site = await siteOf(request.headers)
  const following = site && readUnsubscribeToken(site.tenant, request.nextUrl.searchParams.get('jeton') ?? '')
  if (!following) return new Response(null, { status: 404 })
  await stopFollowing(site.tenant, following)
  const form = await request.formData().catch(() => new FormData())
  if (form.get('page') !== '1') return new Response(null, { status: 204 })
  const page = pathOf(site.tenant, site.tenant.locales[0]!, 'decider', '/compte/desabonnement?fait=1')
  return new Response(null, { status: 303, headers: { location: site.origin + page } })
}
