import type { NextRequest } from 'next/server'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readInitiatives, writeInitiatives } from '@/lib/agir/initiatives/listing/input'
import { listInitiatives } from '@/lib/agir/initiatives/listing/queries'
import { localized } from '@/lib/i18n/localized'
import { atomOf } from '@/lib/ideas/feeds/rules'
import { answerWith } from '@/lib/open-data/answers'
import { licenceOf } from '@/lib/open-data/licences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** What lasts here, for a reader of news, as the list was narrowed. */
export async function GET(request: NextRequest) {
  const { tenant, origin, locale } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const { filters } = readInitiatives(Object.fromEntries(request.nextUrl.searchParams), tenant)
  const now = new Date()
  const [{ shown }, t, href] = await Promise.all([
    listInitiatives(tenant, { filters, after: null, now }),
    getTranslations('agirInitiatives'),
    currentHref(),
  ])
  const self = origin + href('/initiatives/flux') + writeInitiatives(filters)
  const city = localized(tenant.name, locale, tenant)
  const body = atomOf({
    id: self,
    title: `${t('title')} · ${localized(tenant.platformNames.agir, locale, tenant)}`,
    subtitle: t('lead', { city }),
    href: origin + href('/initiatives') + writeInitiatives(filters),
    self,
    author: city,
    licence: licenceOf(tenant),
    language: locale,
    since: new Date(now.toISOString().slice(0, 10)),
    entries: shown.map((one) => ({
      id: `urn:uuid:${one.id}`,
      title: one.title,
      href: origin + href(`/initiatives/${one.slug}`),
      published: one.activeAt!,
      updated: one.changedAt,
      author: one.organisation,
      summary: one.summary,
      language: one.locale,
    })),
  })
  return answerWith(tenant, request, body, 'application/atom+xml; charset=utf-8')
}
