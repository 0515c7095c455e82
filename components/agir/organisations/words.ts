import { getTranslations } from 'next-intl/server'
import { organisationRefusals } from '@/lib/agir/organisations/rules'

/** A sentence for each way in which something about an organisation is declined. */
export async function organisationSentences(): Promise<
  Record<(typeof organisationRefusals)[number], string>
> {
  const t = await getTranslations('agirOrganisations.refusals')
  const said = organisationRefusals.map((code) => [code, t(code)])
  return Object.fromEntries(said) as Record<(typeof organisationRefusals)[number], string>
}
