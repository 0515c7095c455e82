import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Tenant } from '../tenants/tenant'
import { currentPerson, type Person } from './auth/current-person'
import { type FieldError, fieldErrors, fieldsOf, type FormState, writtenIn } from './form-state'
import type { Invalid, Outcome } from './outcome'
import { actsAs, isStaff, type Role } from './people/rules'
import { currentSite } from './tenancy/current-site'
import { comesFrom } from './tenancy/same-origin'
import { homePlatform, pathOf, type Site } from './tenancy/site'
import { type Act, mayWrite } from './tenancy/states/rules'

export type { FieldError, FormState } from './form-state'

type Call<Asking, Input> = { site: Site; tenant: Tenant; person: Asking; input: Input; now: Date }
type Work<Asking, Input, Refusal extends string> = (
  call: Call<Asking, Input>,
) => Promise<Outcome<unknown, Refusal> | Invalid<FieldError>>

/** A form is read the same way everywhere, or within the limits the city being served has set. */
type Shape<Input> = z.ZodType<Input> | ((site: Site) => z.ZodType<Input>)

/** Who is asking, may they, is the form well filled; do it; say what came of it. In that order. */
function actionFor<Asking extends Person | null>(
  admit: (site: Site) => Promise<Asking>,
  act: Act = 'take_part',
) {
  return <Input, Refusal extends string>(shape: Shape<Input>, work: Work<Asking, Input, Refusal>) =>
    async (_before: FormState, form: FormData): Promise<FormState<Refusal>> => {
      const site = await currentSite()
      if (!comesFrom(site.origin, await headers())) forbidden()
      if ((await headers()).get('x-parvis-helping')) forbidden()
      const person = await admit(site)
      if (!mayWrite(site.status, act, { isStaff: person !== null && isStaff(person) })) forbidden()

      const values = writtenIn(form)
      const schema = typeof shape === 'function' ? shape(site) : shape
      const filled = await schema.safeParseAsync(fieldsOf(form))
      if (!filled.success) return { status: 'invalid', errors: fieldErrors(filled.error), values }

      const outcome = await work({ site, tenant: site.tenant, person, input: filled.data, now: new Date() })
      if (!outcome.ok && 'errors' in outcome)
        return { status: 'invalid', errors: outcome.errors, values: { ...values, ...outcome.values } }
      if (!outcome.ok) return { status: 'refused', refusal: outcome.refusal, values }
      return outcome.value === undefined ? { status: 'done' } : { status: 'done', value: outcome.value }
    }
}

function signedInAs(role: Role) {
  return async (site: Site): Promise<Person> => {
    const person = await currentPerson()
    if (!person) redirect(await signInPath(site))
    if (!actsAs(person, role)) forbidden()
    return person
  }
}

/** Whoever acts for the city in one way or another: what exactly, the command asks with the thing itself. */
async function signedInForTheCity(site: Site): Promise<Person> {
  const person = await currentPerson()
  if (!person) redirect(await signInPath(site))
  if (!isStaff(person)) forbidden()
  return person
}

/** Where one signs in, remembering the page one was on. */
async function signInPath({ tenant, locale, surface, origin }: Site): Promise<string> {
  const sent = await headers()
  const from = sent.get('referer')
  const here = from?.startsWith(`${origin}/`)
    ? from.slice(origin.length)
    : pathOf(tenant, locale, surface, sent.get('x-parvis-path') ?? '/')
  const platform = surface === 'ville' ? homePlatform(tenant) : surface
  return `${pathOf(tenant, locale, platform, '/connexion')}?suite=${encodeURIComponent(here)}`
}

export const visitorAction = actionFor<Person | null>(() => currentPerson())
export const citizenAction = actionFor(signedInAs('citizen'))
export const moderatorAction = actionFor(signedInAs('moderator'))
export const instructorAction = actionFor(signedInAs('instructor'))
export const signatoryAction = actionFor(signedInAs('signatory'))
export const dpoAction = actionFor(signedInAs('dpo'), 'run')
export const areaAdminAction = actionFor(signedInAs('area_admin'))
export const adminAction = actionFor(signedInAs('admin'), 'run')
export const ownerAction = actionFor(signedInAs('owner'), 'run')
export const staffAction = actionFor(signedInForTheCity)
