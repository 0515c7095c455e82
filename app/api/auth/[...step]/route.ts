import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { beginSignIn, finishSignIn, siteOf } from '@/lib/auth/sign-in'
import { safePath } from '@/lib/auth/safe-path'
import { readSession, sessionCookieName } from '@/lib/auth/session-token'
import { endSession } from '@/lib/people/sign-in/commands'
import type { HostSite } from '@/lib/tenancy/registry'
import { comesFrom } from '@/lib/tenancy/same-origin'

type Context = { params: Promise<{ step: string[] }> }

/** The way back from the city's sign-in provider. */
export async function GET(request: NextRequest, { params }: Context) {
  const site = await siteOf(request.headers)
  const { step } = await params
  if (!site || step.join('/') !== 'callback/oidc') return new Response(null, { status: 404 })
  const query = Object.fromEntries(request.nextUrl.searchParams)
  return goTo(await finishSignIn(await asking(site, request), query))
}

/** The way to the provider, and the way out. Only from a page of this very host. */
export async function POST(request: NextRequest, { params }: Context) {
  const site = await siteOf(request.headers)
  if (!site) return new Response(null, { status: 404 })
  if (!comesFrom(site.origin, request.headers)) return new Response(null, { status: 403 })
  const step = (await params).step.join('/')
  if (step === 'signout') return signOut(site, request)
  if (step !== 'signin/oidc') return new Response(null, { status: 404 })
  const form = await request.formData().catch(() => new FormData())
  return goTo(await beginSignIn(await asking(site, request), safePath(form.get('suite')) ?? '/'))
}

async function asking(site: HostSite, request: NextRequest) {
  const held = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  return { site, cookies: held, cookieHeader: request.headers.get('cookie'), now: new Date() }
}

/** The session ends in the database first: the cookie, or a copy of it, is worth nothing from then on. */
async function signOut(site: HostSite, request: NextRequest) {
  const session = readSession(site.tenant.id, site.sessionEpoch, request.headers.get('cookie'))
  if (session) await endSession(site.tenant, session.sessionId, new Date())
  const secure = site.origin.startsWith('https://') ? '; Secure' : ''
  const gone = `${sessionCookieName()}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure}`
  const response = goTo({ location: `${site.origin}/`, setCookies: [gone] })
  response.headers.set('clear-site-data', '"cache", "storage"')
  return response
}

function goTo({ location, setCookies }: { location: string | null; setCookies: string[] }) {
  const headers = new Headers({ location: location ?? '/', 'cache-control': 'private, no-store' })
  for (const cookie of setCookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
