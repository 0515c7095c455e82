'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import { findDesk } from '../../tenancy/drafts/queries'
import { pathOf, type Site } from '../../tenancy/site'
import { checkDomain, releaseMailbox, saveSender } from './commands'
import { NoFields, ReleaseMailbox, SaveSender, TryLetter } from './input'
import { tryLetter } from './trial'

export const save = adminAction(
  ({ tenant }) => SaveSender(tenant.locales),
  async ({ site, tenant, person, input, now }) => {
    const outcome = await saveSender(tenant, { ...input, by: person, now })
    if (outcome.ok) redirect(`${here(site)}?fait=garde`)
    return outcome
  },
)

export const tryOut = adminAction(TryLetter, async ({ site, tenant, input, now }) => {
  const { settings } = await findDesk(tenant)
  await tryLetter(tenant, { mail: settings.mail, to: input.to, locale: site.locale, now })
  return redirect(`${here(site)}?fait=essai#essai`)
})

export const checkDns = adminAction(NoFields, async ({ site, tenant, now }) => {
  const { server } = (await findDesk(tenant)).settings.mail
  if (server) await checkDomain(tenant, server, now)
  return redirect(`${here(site)}?fait=dns#dns`)
})

export const letGo = adminAction(ReleaseMailbox, async ({ site, tenant, person, input, now }) => {
  const outcome = await releaseMailbox(tenant, { ...input, by: person, now })
  return outcome.ok ? redirect(`${here(site)}?fait=rendu#boites`) : outcome
})

const here = ({ tenant, locale, surface }: Site) =>
  pathOf(tenant, locale, surface, '/administration/courrier')
