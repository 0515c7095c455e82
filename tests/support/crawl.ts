import { locales } from '@/tenants/tenant'
import { type Answer, askRaw } from './raw'

export type Found = { from: string; to: string }
type Visit = { port: number; origin: string; cookie?: string }
export type Most = { ofAKind: number; ofAPage: number }
/** Enough of each kind of address to meet every way of writing it, few enough to be done in seconds. */
const usual: Most = { ofAKind: 3, ofAPage: 9 }
const atOnce = 10

export type Crawl = {
  /** Where the city is. What is elsewhere is not asked. */
  origins: readonly string[]
  begin: readonly string[]
  most?: Most
  /** Kinds of pages that need not be asked again. */
  known?: ReadonlySet<string>
}

/**
 * Follows every link of a city from the pages it is given: of pages, lists of addresses, feeds and documents. What it
 * answers are the links that lead nowhere. A page in another language, or asked another question, is of one page.
 */
export async function deadLinks(visit: Visit, { origins, begin, most = usual, known }: Crawl) {
  const [kinds, pages, dead] = [new Map<string, number>(), new Map<string, number>(), [] as string[]]
  const shown = new Set<string>()
  const waiting: Found[] = begin.map((to) => ({ from: 'the beginning', to: new URL(to, visit.origin).href }))
  const asked = new Set<string>()
  while (waiting.length > 0) {
    const some = waiting.splice(0, atOnce)
    const found = await Promise.all(some.map(follow))
    waiting.push(...found.flat().filter(isNew))
  }
  return { dead: dead.sort(), asked: asked.size, kinds: kinds.size, shown }

  async function follow({ from, to }: Found): Promise<Found[]> {
    asked.add(to)
    const answer = await ask(visit, to)
    if (answer.status >= 400) dead.push(`${from} → ${to} (${answer.status})`)
    if (answer.status === 200) shown.add(kindOf(to))
    const next = answer.headers.location ? [answer.headers.location] : linksIn(answer)
    return next.map((link) => ({ from: to, to: new URL(link, to).href.split('#')[0]! }))
  }

  function isNew({ to }: Found): boolean {
    const kind = kindOf(to)
    const page = kind.split('?')[0]!
    const [met, seen] = [kinds.get(kind) ?? 0, pages.get(page) ?? 0]
    if (!origins.includes(new URL(to).origin) || asked.has(to) || known?.has(kind)) return false
    if (met >= most.ofAKind || seen >= most.ofAPage) return false
    asked.add(to)
    kinds.set(kind, met + 1)
    pages.set(page, seen + 1)
    return true
  }
}

/** Asks a city without a browser, as the one who holds the cookie. */
export function ask({ port, cookie }: Pick<Visit, 'port' | 'cookie'>, address: string): Promise<Answer> {
  const { host, pathname, search } = new URL(address)
  const lines = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, 'Sec-Fetch-Site: same-origin']
  return askRaw(port, [...lines, ...(cookie ? [`Cookie: ${cookie}`] : [])].join('\n'))
}

const language = new RegExp(`^/(${locales.join('|')})(?=/|$)`)

/** The same page with another name, number or choice in its address, or in another language, is of one kind. */
function kindOf(address: string): string {
  const { origin, pathname, searchParams } = new URL(address)
  const path = pathname
    .replace(language, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(
      /\/(idees|consultations|regles|activites|organisations|initiatives)\/(?!carte$|flux($|\/)|agenda($|\.ics$))[^/]+/,
      '/$1/:slug',
    )
    .replace(/\/\d[\d-]*(?=\/|$)/g, '/:number')
    .replace(/\/(media|documents|fonts|theme)\/.*/, '/$1/:file')
    .replace(/^\/_next\/.*/, '/_next')
  return `${origin}${path}?${[...searchParams.keys()].sort().join('&')}`
}

function linksIn({ headers, body }: Answer): string[] {
  const type = headers['content-type'] ?? ''
  const ways = type.includes('html') ? inPage : /xml/.test(type) ? inXml : /json/.test(type) ? inJson : inText
  return ways
    .flatMap((way) =>
      [...body.matchAll(way)].map((match) => match.slice(1).find((one) => one !== undefined)!),
    )
    .map((link) => link.replaceAll('&amp;', '&'))
    .filter((link) => /^(https?:|\/(?!\/)|\?)/.test(link))
}

/** Forms that only look something up are links too; those that change something are for the matrix. */
const inPage = [
  /<(?:a|link)\b[^>]*?\shref="([^"]*)"/g,
  /<img\b[^>]*?\ssrc="([^"]*)"/g,
  /<form\b(?![^>]*method="post")[^>]*?\saction="([^"]*)"/gi,
]
const inXml = [/<loc>([^<]*)</g, /href="([^"]*)"/g]
const inJson = [/"(?:url|start_url|src|href)":\s*"([^"]*)"/g, /"(\/api\/v1\/[a-z/]+)":/g]
const inText = [/^(?:Sitemap|URL[^:]*):\s*(\S+)/gm]
