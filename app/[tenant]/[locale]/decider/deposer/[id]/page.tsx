import { notFound, redirect } from 'next/navigation'
import { currentHolder } from '@/lib/auth/draft-key'
import { findDraft } from '@/lib/ideas/deposit/queries'
import { openSteps } from '@/lib/ideas/deposit/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** Where one had stopped. */
export default async function ResumeDeposit({ params }: { params: Promise<{ id: string }> }) {
  const { tenant } = await currentSite()
  const { id } = await params
  const draft = (await findDraft(tenant, id, await currentHolder())) ?? notFound()
  const href = await currentHref()
  redirect(href(`/deposer/${id}/${openSteps(draft, tenant.ideas)[0] ?? 'envoi'}`))
}
