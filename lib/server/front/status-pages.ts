import type { ServerResponse } from 'node:http'
import type { Locale } from '../../../tenants/tenant'
import { localized } from '../../i18n/localized'
import { messagesOf } from '../../i18n/city-messages'
import { messagesFor } from '../../i18n/messages'
import type { HostSite } from '../../tenancy/registry'
import { pathOf, readPath } from '../../tenancy/site'
import { send } from './answer'
import { languageAsked } from './language-asked'
import { plainPolicy } from './security-headers'

type Sentence = Exclude<keyof ReturnType<typeof messagesFor>['status'], 'home' | 'contact' | 'staffDoor'>
type Way = { href: string; label: string }

/** A page of this server's own, when no page of a city can be made: what happened and what to do, in the city's name. */
export function sendStatus(
  response: ServerResponse,
  status: number,
  sentence: Sentence,
  site?: HostSite,
): void {
  const locale = languageOf(response, site)
  const { [sentence]: said, home } = wordsOf(locale, site)
  const ways = site && status !== 503 ? [{ href: site.origin, label: home }] : []
  sendPage(response, status, { locale, said, ways, site })
}

/** All a city shows while nobody, or nobody but its own people, may look at it. */
export function sendCityStatus(response: ServerResponse, site: HostSite): void {
  const locale = languageOf(response, site)
  const words = wordsOf(locale, site)
  const isDraft = site.status === 'draft'
  const sentence = isDraft ? words.draft : words.suspended
  const said = site.statusReason ? { ...sentence, text: `${sentence.text} ${site.statusReason}` } : sentence
  const contact = { href: `mailto:${site.tenant.contact.email}`, label: words.contact }
  const surface = site.host.surface === 'agir' ? 'agir' : 'decider'
  const door = { href: pathOf(site.tenant, locale, surface, '/connexion'), label: words.staffDoor }
  const ways = isDraft ? [door, contact] : [contact]
  sendPage(response, 503, { locale, said, ways, site }, '3600')
}

const wordsOf = (locale: Locale, site?: HostSite) =>
  (site ? messagesOf(site.tenant, locale) : messagesFor(locale)).status

type Shown = { locale: Locale; said: { title: string; text: string }; ways: Way[]; site?: HostSite }

function sendPage(response: ServerResponse, status: number, shown: Shown, retryAfter = '5'): void {
  if (response.req.url?.startsWith('/api/')) return sendProblem(response, status, shown, retryAfter)
  const style = `${sheet}:root{--brand:${shown.site?.tenant.theme.brand ?? '#3b4252'}}`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': plainPolicy(style),
    ...(status === 503 ? { 'retry-after': retryAfter } : {}),
  }
  send(response, status, headers, pageOf(shown, style))
}

/** RFC 9457, for programs. */
function sendProblem(response: ServerResponse, status: number, { said }: Shown, retryAfter: string): void {
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': retryAfter } : {}),
  }
  const problem = { type: 'about:blank', title: said.title, status, detail: said.text }
  send(response, status, headers, JSON.stringify(problem))
}

function pageOf({ locale, said, ways, site }: Shown, style: string): string {
  const city = site ? `<p class="city">${text(localized(site.tenant.name, locale, site.tenant))}</p>` : ''
  const links = ways.map(({ href, label }) => `<p><a href="${text(href)}">${text(label)}</a></p>`).join('')
  return [
    `<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">`,
    `<title>${text(said.title)}</title><style>${style}</style></head>`,
    `<body><main>${city}<h1>${text(said.title)}</h1><p>${text(said.text)}</p>${links}</main></body></html>`,
  ].join('')
}

const sheet = [
  ':root{color-scheme:light dark}',
  '*{box-sizing:border-box}',
  'body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:#f6f6f4;color:#1b1d21;',
  'font:1.0625rem/1.6 system-ui,sans-serif}',
  'main{max-width:36rem;padding:40px 32px;background:#fff;border:1px solid #dcdcd6;border-block-start:6px solid var(--brand);border-radius:10px}',
  'h1{margin:0 0 16px;font-size:1.75rem;line-height:1.2}',
  'p{margin:0 0 16px}p:last-child{margin:0}',
  '.city{font-weight:600}',
  'a{color:inherit;font-weight:600;text-underline-offset:3px;display:inline-block;padding:10px 0}',
  'a:focus-visible{outline:3px solid currentColor;outline-offset:3px}',
  '@media(prefers-color-scheme:dark){body{background:#15171a;color:#f0f0ec}main{background:#1d2024;border-color:#3a3e44}}',
].join('')

const text = (raw: string) => raw.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The language of the address on a city's host, else the one the browser asks for. */
function languageOf(response: ServerResponse, site: HostSite | undefined): Locale {
  const { url = '/', headers } = response.req
  if (!site) return languageAsked(headers['accept-language'])
  return readPath(site.tenant, site.host.surface, url.split('?')[0]!).locale
}
