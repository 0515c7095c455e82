import { getTranslations } from 'next-intl/server'
import { calendarOf } from '@/lib/agir/calendar/rules'
import { listFeed } from '@/lib/agir/registrations/feeds/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ file: string }> }

/** One person's own dates, to whoever has the address they made for their calendar. */
export async function GET(_request: Request, { params }: Props) {
  const [{ tenant, origin }, href, { file }] = await Promise.all([currentSite(), currentHref(), params])
  const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
  const feed = token ? await listFeed(tenant, token, new Date()) : null
  if (!feed) return new Response(null, { status: 404, headers: secret })
  const t = await getTranslations('agirRegistration.feed')
  const dates = feed.map(({ slug, ...date }) => ({
    ...date,
    href: origin + href(slug ? `/activites/${slug}#date-${date.id}` : '/mes-inscriptions'),
  }))
  return new Response(calendarOf(t('name'), dates), {
    headers: { ...secret, 'content-type': 'text/calendar; charset=utf-8' },
  })
}

const secret = { 'cache-control': 'private, max-age=300', 'x-robots-tag': 'noindex' }
