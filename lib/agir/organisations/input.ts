import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { mailAddress } from '../../mail/address'
import { lineOfText, plainText } from '../../text'
import { organisationKinds, organisationLimits } from './rules'

type City = Pick<Tenant, 'themes' | 'territory'>

const website = z
  .string()
  .trim()
  .max(300, 'too_long')
  .transform((typed, check) => {
    if (typed === '') return null
    const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
    const isPlain = URL.canParse(address) && new URL(address).hostname.includes('.')
    if (!isPlain || new URL(address).username) check.addIssue({ code: 'custom', message: 'web_address' })
    return isPlain ? new URL(address).href : null
  })

const email = z
  .string()
  .trim()
  .max(254, 'email')
  .transform((typed, check) => {
    if (typed === '') return null
    const read = mailAddress(typed)
    if (!read) check.addIssue({ code: 'custom', message: 'email' })
    return read
  })

/** What is said of an organisation, where and how it can be reached; themes and districts are the city's own. */
function details({ themes, territory }: City) {
  const themeIds = themes.map(({ id }) => id) as [string, ...string[]]
  const codes = territory.districts.map(({ code }) => code)
  return {
    kind: z.enum(organisationKinds, 'choice_required'),
    name: lineOfText(organisationLimits.name),
    summary: lineOfText(organisationLimits.summary),
    themeIds: z.preprocess(
      (ticked) => (ticked === undefined ? [] : [ticked].flat()),
      z.array(z.enum(themeIds)).min(1, 'choice_required').max(organisationLimits.themes, 'too_many_themes'),
    ),
    districtCode: z
      .string()
      .default('')
      .transform((code) => (codes.includes(code) ? code : null)),
    website: website.default(null),
  }
}

export const BeginInput = ({ tenant }: { tenant: City }) => z.object(details(tenant))

export const ChangeInput = ({ tenant }: { tenant: City }) =>
  z.object({
    ...details(tenant),
    organisationId: z.uuid(),
    story: plainText(organisationLimits.story),
    address: lineOfText(organisationLimits.address).transform((said) => said || null),
    publicEmail: email.default(null),
  })

export const OneInput = z.object({ organisationId: z.uuid() })
