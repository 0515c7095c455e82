import { createHash } from 'node:crypto'
import { createTranslator } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { readFilters, writeFilters } from '../../agir/finding/input'
import { listActivities, type Listing } from '../../agir/finding/queries'
import type { Filters } from '../../agir/finding/rules'
import { messagesOf } from '../../i18n/city-messages'
import { localized } from '../../i18n/localized'
import { withinPatience } from '../../patience'
import { activitiesOrigin } from '../../tenancy/origin'
import { isOffered } from '../../tenancy/site'
import { stylesheetOf } from '../../theme/stylesheet'
import { send } from './answer'
import { addOwnRoute, type Visit } from './own-routes'
import { sendStatus } from './status-pages'

const most = 12

/** The one page that other sites may show within theirs: a list without any script, whose links open the city's own pages. */
export function openFrameDesk(): void {
  addOwnRoute({ methods: ['GET', 'HEAD'], path: /^\/cadre\/activites$/, answer: answerFrame })
}

async function answerFrame({ response, site, search }: Visit): Promise<void> {
  const { tenant } = site
  if (!tenant.embedding || !isOffered(tenant, 'agir')) return sendStatus(response, 404, 'notFound', site)
  const asked = new URLSearchParams(search)
  const query = Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]))
  const filters = { ...readFilters(query, tenant), cursor: null }
  const listing = await withinPatience(listActivities(tenant, filters, new Date(), most))
  if (listing === 'away') return sendStatus(response, 503, 'away', site)
  const locale = tenant.locales.find((one) => one === asked.get('langue-page')) ?? tenant.locales[0]!
  const page = renderToStaticMarkup(<FramePage {...{ tenant, locale, filters, listing }} />)
  send(response, 200, headersFor(tenant), `<!doctype html>${page}`)
}

const sheet = [
  'body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--text-family)}',
  'main{padding:1rem}h1{font:700 1.25rem/1.3 var(--title-family);margin:0 0 .75rem}',
  'ul{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line);padding:.75rem 0}',
  'a{color:var(--link)}a:focus-visible{outline:3px solid var(--focus);outline-offset:3px}',
  'h2{font:700 1.0625rem/1.35 var(--title-family);margin:0}p{margin:.25rem 0 0}.where{color:var(--muted)}',
  '.all{border-top:1px solid var(--line);margin-top:0;padding-top:.75rem}.all a{font-weight:700}',
].join('')

/** It may stand in any page, as the city allows; nothing in it runs, and nothing comes from elsewhere. */
const headersFor = ({ embeddingOrigins }: Tenant) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=300',
  'cross-origin-resource-policy': 'cross-origin',
  'x-frame-options': undefined,
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'self' 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${embeddingOrigins.length > 0 ? [`'self'`, ...embeddingOrigins].join(' ') : '*'}`,
  ].join('; '),
})

type Shown = { tenant: Tenant; locale: Locale; filters: Filters; listing: Listing }

function FramePage({ tenant, locale, filters, listing }: Shown) {
  const t = createTranslator({ locale, messages: messagesOf(tenant, locale), namespace: 'agirFrame' })
  const title = localized(tenant.platformNames.agir, locale, tenant)
  const at = (path: string) => `${activitiesOrigin(tenant, locale)}${path}`
  return (
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={`/theme/${stylesheetOf(tenant).hash}.css`} />
        <style>{sheet}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {listing.cards.length === 0 && <p>{t('nothing')}</p>}
          <ul>
            {listing.cards.map((card) => (
              <li key={card.id}>
                <h2 dir="auto">
                  <a href={at(`/activites/${card.slug}`)} target="_blank" rel="noopener">
                    {card.title}
                  </a>
                </h2>
                <p>{card.date ? dayOf(card.date, locale) : t('whenYouCan')}</p>
                <p className="where" dir="auto">
                  {[card.placeLabel, card.organiser?.name].filter(Boolean).join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          <p className="all">
            <a href={at('/activites') + writeFilters(filters)} target="_blank" rel="noopener">
              {t('all', { count: listing.total })}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}

function dayOf({ startsAt, zone }: { startsAt: Date; zone: string }, locale: Locale): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, { ...day, timeZone: zone }).format(startsAt)
}
