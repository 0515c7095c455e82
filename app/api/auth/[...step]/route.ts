import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { agree } from '@/lib/auth/agreeing'
import type { Answer } from '@/lib/auth/next-auth'
import { keepDrafts } from '@/lib/auth/draft-key'
import { currentPerson } from '@/lib/auth/current-person'
import { confirmLink, leave, signOut } from '@/lib/auth/own-steps'
import { safePath } from '@/lib/auth/safe-path'
import { type Asking, beginSignIn, finishSignIn, siteOf } from '@/lib/auth/sign-in'
import { beginTrial, finishTrial } from '@/lib/auth/trial'
import { beginUniting, endUniting, stopUniting } from '@/lib/auth/union-steps'
import { actsAs } from '@/lib/people/rules'
import { findDesk } from '@/lib/tenancy/drafts/queries'
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
  if (!site || rest.length > 0) return new Response(null, { status: 404 })
  const query = Object.fromEntries(request.nextUrl.searchParams)
  const asked = await asking(site, request)
  if (kind === 'try') return tried(asked, provider, query.page ?? null)
  if (kind !== 'callback') return new Response(null, { status: 404 })
  const trial = await finishTrial(asked, provider, query)
  return trial ? goTo(trial) : opened(site, await finishSignIn(asked, provider, query))
}

/** Somebody who runs the city tries a provider of the draft out, from the page that shows it. */
async function tried(asked: Asking, id: string, page: string | null) {
  const person = await currentPerson()
  const { settings } = await findDesk(asked.site.tenant)
  const provider = settings.signIn.providers.find((one) => one.id === id)
  if (!person || !actsAs(person, 'admin') || !provider) return new Response(null, { status: 404 })
  return goTo(await beginTrial(asked, { provider, personId: person.id, page }))
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
    case 'agree':
      return opened(site, await agree(asked, form))
    case 'signout':
      return goTo(await signOut(asked, form))
    case 'leave':
      return goTo(await leave(asked, form))
    case 'unite/begin':
      return goTo(await beginUniting(asked, form))
    case 'unite/end':
      return goTo(await endUniting(asked, form))
    case 'unite/stop':
      return goTo(stopUniting(asked, form))
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
