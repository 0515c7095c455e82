import 'server-only'
import { and, eq } from 'drizzle-orm'
import { activities, activityClaims, organisations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import type { Happening } from '../../../journal/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { grantsInForce } from '../../../people/roles/queries'
import { actsAs } from '../../../people/rules'
import { ownersOf } from '../../organisations/queries'
import { mayFor, roleIn } from '../../organisations/queries'
import { takeOver } from '../changes/commands'
import { claimLimits, type ClaimRefusal, claimRefusal } from './rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, ClaimRefusal>>
type Activity = typeof activities.$inferSelect

type Asking = {
  slug: string
  organisationId: string
  said: string
  proofUrl: string | null
  personId: string
  now: Date
}

/** Whoever runs an organisation says that something imported is theirs, and why: the city looks before it is. */
export function askForActivity(
  tenant: City,
  { slug, organisationId, said, proofUrl, personId, now }: Asking,
): Result {
  return inTenant(tenant, async (db) => {
    const [activity] = await db.select().from(activities).where(isInView(slug)).for('no key update')
    if (!activity) return refused('not_there')
    const [ours] = await db
      .select({ state: organisations.state })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
    if (ours?.state !== 'active' || !(await mayFor(db, organisationId, personId, 'manage')))
      return refused('no_organisation')
    const refusal = claimRefusal(activity, organisationId)
    if (refusal) return refused(refusal)
    const waiting = and(
      eq(activityClaims.state, 'waiting'),
      eq(activityClaims.organisationId, organisationId),
    )
    const same = and(waiting, eq(activityClaims.activityId, activity.id))
    if ((await db.$count(activityClaims, same)) > 0) return refused('already_asked')
    if ((await db.$count(activityClaims, waiting)) >= claimLimits.atOnce) return refused('too_many')
    const asked = {
      activityId: activity.id,
      organisationId,
      said,
      proofUrl,
      askedById: personId,
      askedAt: now,
    }
    await db.insert(activityClaims).values(asked)
    const detail = { title: activity.title, path: '/sources#demandes', on: 'agir' }
    await note(db, activity, { kind: 'activity_claim_asked', byId: personId, at: now, detail })
    return done(undefined)
  })
}

const isInView = (slug: string) =>
  and(
    eq(activities.slug, slug),
    eq(activities.publication, 'published'),
    eq(activities.moderation, 'approved'),
  )

type Decision = { claimId: string; answer: 'grant' | 'refuse'; reply: string; byId: string; now: Date }

/** The city says whose it is. Where it comes from stays written, and from then on its source changes nothing by itself. */
export function decideClaim(tenant: City, { claimId, answer, reply, byId, now }: Decision): Result {
  return inTenant(tenant, async (db) => {
    const [claim] = await db.select().from(activityClaims).where(eq(activityClaims.id, claimId)).for('update')
    if (!claim) return refused('not_there')
    const [activity] = await db
      .select()
      .from(activities)
      .where(eq(activities.id, claim.activityId))
      .for('no key update')
    const acting = { grants: await grantsInForce(db, byId) }
    if (!actsAs(acting, 'area_admin', activity!)) return refused('outside_scope')
    if (claim.askedById === byId || (await roleIn(db, claim.organisationId, byId)))
      return refused('own_organisation')
    if (claim.state !== 'waiting') return refused('already_decided')
    const isGranted = answer === 'grant'
    const refusal = isGranted ? await whyNot(db, activity!, claim.organisationId) : null
    if (refusal) return refused(refusal)
    const state = isGranted ? ('granted' as const) : ('refused' as const)
    const decided = { state, reply, decidedById: byId, decidedAt: now }
    await db.update(activityClaims).set(decided).where(eq(activityClaims.id, claimId))
    if (isGranted) await takeOver(db, activity!, { organisationId: claim.organisationId, byId, now })
    await tellSides(db, activity!, { claim, isGranted, reply, byId, now })
    return done(undefined)
  })
}

async function whyNot(db: Db, activity: Activity, organisationId: string): Promise<ClaimRefusal | null> {
  const active = and(eq(organisations.id, organisationId), eq(organisations.state, 'active'))
  if ((await db.$count(organisations, active)) === 0) return 'no_organisation'
  return claimRefusal(activity, organisationId)
}

type Sides = {
  claim: typeof activityClaims.$inferSelect
  isGranted: boolean
  reply: string
  byId: string
  now: Date
}

/** Those who asked, and those whose it was until now, each with the reasons. */
async function tellSides(
  db: Db,
  activity: Activity,
  { claim, isGranted, reply, byId, now }: Sides,
): Promise<void> {
  const { id, slug, title, organisationId: before } = activity
  const said = { title, on: 'agir', text: reply }
  const by = { byId, at: now }
  const owners = await ownersOf(db, claim.organisationId)
  const asker = claim.askedById ? [claim.askedById] : []
  const tell = [...new Set([...owners, ...asker])]
  const path = isGranted ? `/mes-activites/${id}` : `/activites/${slug}`
  const kind = isGranted ? 'activity_claim_granted' : 'activity_claim_refused'
  await note(db, activity, { kind, ...by, detail: { ...said, path, tell } })
  if (!isGranted || !before || before === claim.organisationId) return
  const lost = { ...said, path: `/activites/${slug}`, tell: await ownersOf(db, before) }
  await note(db, activity, { kind: 'activity_claim_lost', ...by, detail: lost })
}

type Noted = { kind: Happening; byId: string; at: Date; detail: Record<string, unknown> }

function note(db: Db, { id }: Activity, said: Noted) {
  return record(db, { aboutId: id, byRole: 'author', visibility: 'internal', ...said })
}
