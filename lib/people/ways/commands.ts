import 'server-only'
import { eq } from 'drizzle-orm'
import { personKeys, signInTrials } from '../../../drizzle/schema'
import { Tenant as SettingsShape, type Tenant } from '../../../tenants/tenant'
import { keepSecret } from '../../auth/secrets'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { audit } from '../../tenancy/audit/commands'
import { changeDraft, type ChangeRefusal, type Editor, openDraft } from '../../tenancy/drafts/commands'
import { actsAs } from '../rules'
import { grantsInForce } from '../roles/queries'
import { providerKey } from '../sign-in/commands'
import { clientSecretName, profileFrom } from '../sign-in/rules'
import { freeProviderId, type SignIn, type TrialOutcome, type Way, wayDigest } from './rules'

type Trial = {
  provider: Way
  personId: string
  outcome: TrialOutcome
  said?: Record<string, unknown>
  subject?: string
  now: Date
}

/** Writes down how a trial went: the names of what the provider said, and nothing of what they were about. */
export function recordTrial(tenant: Tenant, trial: Trial): Promise<void> {
  const { provider, personId, outcome, said = {}, subject, now } = trial
  const districts = tenant.territory.districts.map(({ code }) => code)
  return inTenant(tenant, async (db) => {
    await db.insert(signInTrials).values({
      ...{ providerId: provider.id, digest: wayDigest(provider), personId, outcome, at: now },
      claims: Object.keys(said)
        .sort()
        .slice(0, 60)
        .map((name) => name.slice(0, 80)),
      assurance: outcome === 'ok' ? profileFrom(said, districts, provider).assurance : null,
      opensAdmin: subject ? await isAdmin(db, tenant, { issuer: provider.issuer, subject }) : false,
    })
  })
}

async function isAdmin(db: Db, tenant: Tenant, who: { issuer: string; subject: string }): Promise<boolean> {
  const [known] = await db
    .select({ id: personKeys.personId })
    .from(personKeys)
    .where(eq(personKeys.key, providerKey(tenant, who)))
  return known ? actsAs({ grants: await grantsInForce(db, known.id) }, 'admin') : false
}

type Kept = { rowVersion: number; by: Editor; now: Date }
export type WayRefusal =
  | ChangeRefusal
  | 'edited_meanwhile'
  | 'cannot_be_so'
  | 'too_many_ways'
  | 'secret_needed'

/** Puts a provider in the draft, in the place of the one it was. A secret is kept apart, for this very client of it. */
export function saveWay(
  tenant: Tenant,
  { way, secret, ...kept }: { way: Omit<Way, 'id'> & { id: string | null }; secret: string | null } & Kept,
): Promise<Outcome<undefined, WayRefusal>> {
  return inTenant(tenant, async (db) => {
    const { draft, signIn } = await draftedSignIn(db, kept)
    const taken = signIn.providers.map(({ id }) => id)
    const id = way.id ?? freeProviderId(way.preset, taken)
    if (!id) return refused('too_many_ways')
    const placed: Way = { ...way, id }
    const known = taken.includes(id)
    const providers = known
      ? signIn.providers.map((one) => (one.id === id ? placed : one))
      : [...signIn.providers, placed]
    const changed = await changeIn(db, draft, { 'signIn.providers': providers }, kept)
    if (changed.ok && secret) await rememberSecret(db, tenant, placed, { secret, ...kept })
    return changed
  })
}

async function rememberSecret(
  db: Db,
  tenant: Tenant,
  way: Way,
  { secret, by, now }: { secret: string } & Kept,
): Promise<void> {
  await keepSecret(db, tenant, { name: clientSecretName(way), secret, now })
  const actor = { kind: 'admin', name: by.name ?? '' } as const
  await audit(db, { actor, action: 'secret_set', subject: `sign_in:${way.id}`, now })
}

export function removeWay(
  tenant: Tenant,
  { id, ...kept }: { id: string } & Kept,
): Promise<Outcome<undefined, WayRefusal>> {
  return inTenant(tenant, async (db) => {
    const { draft, signIn } = await draftedSignIn(db, kept)
    const providers = signIn.providers.filter((one) => one.id !== id)
    return changeIn(db, draft, { 'signIn.providers': providers }, kept)
  })
}

/** Whether a link by e-mail lets people in, by which addresses less, and how well the city has to know them for each act. */
export function saveAccess(
  tenant: Tenant,
  {
    email,
    acts,
    disposableDomains,
    ...kept
  }: { email: boolean; acts: SignIn['acts']; disposableDomains: string[] } & Kept,
): Promise<Outcome<undefined, WayRefusal>> {
  return inTenant(tenant, async (db) => {
    const { draft } = await draftedSignIn(db, kept)
    const wanted = Object.entries(acts).map(([act, level]) => [`signIn.acts.${act}`, level])
    const doors = { 'signIn.email.enabled': email, 'signIn.disposableDomains': disposableDomains }
    return changeIn(db, draft, { ...doors, ...Object.fromEntries(wanted) }, kept)
  })
}

async function draftedSignIn(db: Db, { by, now }: Kept) {
  const draft = await openDraft(db, { by, now })
  return { draft, signIn: SettingsShape.parse(draft.settings).signIn }
}

async function changeIn(
  db: Db,
  draft: { id: string; rowVersion: number },
  patch: Record<string, unknown>,
  { rowVersion, by, now }: Kept,
): Promise<Outcome<undefined, WayRefusal>> {
  const seen = rowVersion || draft.rowVersion
  const changed = await changeDraft(db, { draftId: draft.id, rowVersion: seen, patch, by, now })
  return changed.ok ? done(undefined) : refused(changed.refusal)
}
