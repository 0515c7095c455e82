import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import type { Answer } from '@/lib/auth/next-auth'
import { keepDrafts } from '@/lib/auth/draft-key'
import { confirmLink, leave, signOut } from '@/lib/auth/own-steps'
import { safePath } from '@/lib/auth/safe-path'
import { beginSignIn, finishSignIn, siteOf } from '@/lib/auth/sign-in'
import type { HostSite } from '@/lib/tenancy/registry'
import { comesFrom } from '@/lib/tenancy/same-origin'

/** What this browser kept while someone was signed in. Not the cookies: a sibling city's would go with them. */
const whatABrowserKeeps = '"cache", "storage"'

type Context = { params: Promise<{ step: string[] }> }

/** The way back from the city's sign-in provider. */
export async function GET(request: NextRequest, { params }: Context) {
  const site = await siteOf(request.headers)
  const { step } = await params
  const [kind, provider = '', ...rest] = step
  if (!site || kind !== 'callback' || rest.length > 0) return new Response(null, { status: 404 })
  const query = Object.fromEntries(request.nextUrl.searchParams)
  return opened(site, await finishSignIn(await asking(site, request), provider, query))
}

/** The way to the provider, the button behind a link, and the way out. Only from a page of this very host. */
export async function POST(request: NextRequest, { params }: Context) {
  const site = await siteOf(request.headers)
  if (!site) return new Response(null, { status: 404 })
  if (!comesFrom(site.origin, request.headers)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => new FormData())
  const asked = await asking(site, request)
  const [kind, provider, ...rest] = (await params).step
  if (kind === 'signin' && provider && rest.length === 0)
    return goTo(await beginSignIn(asked, provider, safePath(form.get('suite')) ?? '/'))
  switch ([kind, provider, ...rest].filter(Boolean).join('/')) {
    case 'link':
      return opened(site, await confirmLink(asked, form))
    case 'signout':
      return goTo(await signOut(asked, form))
    case 'leave':
      return goTo(await leave(asked, form))
    default:
      return new Response(null, { status: 404 })
  }
}

async function asking(site: HostSite, request: NextRequest) {
  const held = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  const from = request.headers.get('x-forwarded-for') ?? ''
  return { site, cookies: held, cookieHeader: request.headers.get('cookie'), from, now: new Date() }
}

async function opened(site: HostSite, answer: Answer) {
  const held = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  await keepDrafts(site, held, answer.setCookies)
  return goTo(answer)
}

function goTo({ location, setCookies, forgets }: Answer) {
  const headers = new Headers({ location: location ?? '/', 'cache-control': 'private, no-store' })
  for (const cookie of setCookies) headers.append('set-cookie', cookie)
  if (forgets) headers.set('clear-site-data', whatABrowserKeeps)
  return new Response(null, { status: 303, headers })
}
