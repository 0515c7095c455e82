import { notFound } from 'next/navigation'
import { currentPerson } from '@/lib/auth/current-person'
import { actsAs } from '@/lib/people/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { lookIn } from '@/lib/tenancy/look/rules'
import { trialSheet } from '@/lib/theme/trial'

/** The colours and the letters of a look that is being tried, for the preview beside its form. */
export async function GET(request: Request) {
  const person = await currentPerson()
  if (!person || !actsAs(person, 'admin')) notFound()
  const { tenant } = await currentSite()
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return new Response(trialSheet({ ...tenant, theme: lookIn(asked, tenant.theme) }), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
