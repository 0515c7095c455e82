import { type Answer, askRaw } from './raw'

export type Found = { from: string; to: string }
type Visit = { port: number; origin: string; cookie?: string }
/** Enough of each kind of address to meet every way of writing it, few enough to be done in seconds. */
const mostOfAKind = 3

/**
 * Follows every link of a city from the pages it is given: of pages, lists of addresses, feeds and documents. What it
 * answers are the links that lead nowhere.
 */
export async function deadLinks(visit: Visit, origins: readonly string[], begin: readonly string[]) {
  const [met, dead] = [new Map<string, number>(), [] as string[]]
  const waiting: Found[] = begin.map((to) => ({ from: 'the beginning', to: new URL(to, visit.origin).href }))
  const asked = new Set<string>()
  while (waiting.length > 0) {
    const some = waiting.splice(0, 6)
    const found = await Promise.all(some.map(follow))
    waiting.push(...found.flat().filter(isNew))
  }
  return { dead: dead.sort(), asked: asked.size, kinds: met.size }

  async function follow({ from, to }: Found): Promise<Found[]> {
    asked.add(to)
    const answer = await ask(visit, to)
    if (answer.status >= 400) dead.push(`${from} → ${to} (${answer.status})`)
    const next = answer.headers.location ? [answer.headers.location] : linksIn(answer)
    return next.map((link) => ({ from: to, to: new URL(link, to).href.split('#')[0]! }))
  }

  function isNew({ to }: Found): boolean {
    const { origin } = new URL(to)
    const kind = kindOf(to)
    if (!origins.includes(origin) || asked.has(to) || (met.get(kind) ?? 0) >= mostOfAKind) return false
    asked.add(to)
    met.set(kind, (met.get(kind) ?? 0) + 1)
    return true
  }
}

/** Asks a city without a browser, as the one who holds the cookie. */
export function ask({ port, cookie }: Pick<Visit, 'port' | 'cookie'>, address: string): Promise<Answer> {
  const { host, pathname, search } = new URL(address)
  const lines = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, 'Sec-Fetch-Site: same-origin']
  return askRaw(port, [...lines, ...(cookie ? [`Cookie: ${cookie}`] : [])].join('\n'))
}

/** The same page with another name, number or choice in its address is of one kind. */
function kindOf(address: string): string {
  const { origin, pathname, searchParams } = new URL(address)
  const path = pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(
      /\/(idees|consultations|regles|activites|organisations|initiatives)\/(?!carte$|flux($|\/)|agenda($|\.ics$))[^/]+/,
      '/$1/:slug',
    )
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
