import { notFound } from 'next/navigation'
import { calendarOf } from '@/lib/consultations/feeds/rules'
import { findConsultation } from '@/lib/consultations/queries'
import { openUnder } from '@/lib/open-data/answers'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

/** One consultation, for whoever wants it among their own appointments. */
export async function GET(_request: Request, { params }: Props) {
  const { tenant, origin } = await currentSite()
  const [href, one] = await Promise.all([
    currentHref(),
    params.then(({ slug }) => findConsultation(tenant, slug)),
  ])
  const { opensOn, closesOn } = one ?? notFound()
  if (!opensOn || !closesOn) notFound()
  const calendar = calendarOf({
    name: one!.title,
    host: new URL(origin).hostname,
    timeZone: tenant.timeZone,
    events: [{ ...one!, opensOn, closesOn, href: origin + href(`/consultations/${one!.slug}`) }],
  })
  return new Response(calendar, {
    headers: { ...openUnder(tenant), 'content-type': 'text/calendar; charset=utf-8' },
  })
}
