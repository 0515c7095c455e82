import type { NextRequest } from 'next/server'
import { siteOf } from '@/lib/auth/sign-in'
import { operatorDoor } from '@/lib/db/operator'
import { helperCookie, helperTokenIn } from '@/lib/tenancy/help/cookie'
import { enterByCode, leaveConsole } from '@/lib/tenancy/help/entries/commands'
import { comesFrom } from '@/lib/tenancy/same-origin'
import { homePlatform, pathOf } from '@/lib/tenancy/site'

/** An operator comes into the console of a city that lets them look, and goes. Only from a page of this very host. */
export async function POST(request: NextRequest) {
  const site = await siteOf(request.headers)
  if (!site) return new Response(null, { status: 404 })
  if (!comesFrom(site.origin, request.headers)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => new FormData())
  const now = new Date()
  const { tenant } = site
  const way = (path: string) => pathOf(tenant, tenant.locales[0]!, homePlatform(tenant), path)
  const token = helperTokenIn(request.headers.get('cookie'))
  if (form.get('geste') === 'quitter') {
    if (token) await leaveConsole(operatorDoor(), tenant, { token, now })
    return goTo(way('/connexion/assistance?fini=oui'), helperCookie(null, 0))
  }
  const entered = await enterByCode(operatorDoor(), tenant, { code: String(form.get('code') ?? ''), now })
  if (!entered.ok) return goTo(way('/connexion/assistance?fini=trop-tard'))
  const seconds = Math.floor((entered.value.until.getTime() - now.getTime()) / 1000)
  return goTo(way('/administration'), helperCookie(entered.value.token, seconds))
}

function goTo(location: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', ...(cookie && { 'set-cookie': cookie }) },
  })
}
