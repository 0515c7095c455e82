import { notFound, redirect } from 'next/navigation'
import { openSteps } from '@/lib/agir/activities/answers/rules'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** Where one had stopped. */
export default async function ResumeOffer({ params }: { params: Promise<{ id: string }> }) {
  const person = await requirePerson()
  const [{ tenant }, { id }, href] = await Promise.all([currentSite(), params, currentHref()])
  const draft = (await findOwnActivity(tenant, id, person.id)) ?? notFound()
  redirect(href(`/proposer/${id}/${openSteps(draft)[0] ?? 'envoi'}`))
}
