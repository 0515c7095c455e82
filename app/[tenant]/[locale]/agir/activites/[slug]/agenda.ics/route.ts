import { notFound } from 'next/navigation'
import { findCalendar } from '@/lib/agir/activities/queries'
import { calendarOf } from '@/lib/agir/calendar/rules'
import { openUnder } from '@/lib/open-data/answers'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

/** Every date of an activity, for whoever wants them among their own appointments; what was called off is said to be. */
export async function GET(_request: Request, { params }: Props) {
  const [{ tenant, origin }, href, { slug }] = await Promise.all([currentSite(), currentHref(), params])
  const found = (await findCalendar(tenant, slug, new Date())) ?? notFound()
  const page = origin + href(`/activites/${found.slug}`)
  const dates = found.dates.map((date) => ({ ...date, href: `${page}#date-${date.id}` }))
  return new Response(calendarOf(found.title, dates), {
    headers: { ...openUnder(tenant), 'content-type': 'text/calendar; charset=utf-8' },
  })
}
