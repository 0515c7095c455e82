import type { NextRequest } from 'next/server'
import { siteOf } from '@/lib/auth/sign-in'
import { readUnsubscribeToken } from '@/lib/mail/unsubscribe-token'
import { stopLetters } from '@/lib/notifications/preferences/commands'
import { homePlatform, pathOf } from '@/lib/tenancy/site'

/**
 * One press in a mail program (RFC 8058), or the button of our own page. It comes from anywhere, so only the signed token
 * counts, and all that it can do is stop one person's letters of one kind.
 */
export async function POST(request: NextRequest) {
  const site = await siteOf(request.headers)
  const stopping = site && readUnsubscribeToken(site.tenant, request.nextUrl.searchParams.get('jeton') ?? '')
  if (!stopping) return new Response(null, { status: 404 })
  await stopLetters(site.tenant, stopping)
  const form = await request.formData().catch(() => new FormData())
  if (form.get('page') !== '1') return new Response(null, { status: 204 })
  const locale = site.tenant.locales.find((one) => one === form.get('langue')) ?? site.tenant.locales[0]!
  const page = pathOf(site.tenant, locale, homePlatform(site.tenant), '/compte/desabonnement?fait=1')
  return new Response(null, { status: 303, headers: { location: site.origin + page } })
}
