import 'server-only'
import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import {
  carriers,
  comments,
  favourites,
  follows,
  ideaImages,
  ideas,
  interests,
  letterChoices,
  letters,
  notices,
  people,
  refusedMailboxes,
  savedSearches,
  sessions,
  signInLinks,
  staffInvitations,
  volunteers,
} from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { leaveCertificates } from '../../agir/certificates/commands'
import { leaveFeedback } from '../../agir/feedback/commands'
import { leaveCalls } from '../../agir/calls/answering/commands'
import { leaveConversations } from '../../agir/conversations/leaving/commands'
import { letGoOfInitiatives } from '../../agir/initiatives/joining/commands'
import { letGoOfNews } from '../../agir/news/commands'
import { letGoOfOrganisations } from '../../agir/organisations/leaving/commands'
import { leaveDates } from '../../agir/registrations/commands'
import { leaveStanding } from '../../agir/standing/commands'
import { type Db, inTenant } from '../../db'
import { sharedFrom } from '../../ideas/authoring/rules'
import { seekCarrier } from '../../ideas/carriers/adoption/commands'
import { mayChange } from '../../ideas/changes/rules'
import { record } from '../../journal/commands'
import { keyOfMailbox } from '../../mail/outbox/commands'
import { forgetImages } from '../../media/commands'
import { forgetReporter } from '../../moderation/reports/telling/commands'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { forgetMailbox } from '../mailboxes/commands'
import { findMailbox } from '../mailboxes/queries'
import { governs, holdRoles, revokeEveryRole } from '../roles/commands'
import { hasOtherGovernor } from '../roles/queries'
import { stopUnions } from '../unions/commands'

const erased = {
  name: null,
  email: null,
  locale: null,
  assurance: 'A1',
  birthYear: null,
  residence: null,
  districtCode: null,
  wantsMail: false,
  seenAt: null,
  suggestedSince: null,
} as const

type Leaving = { personId: string; keepCertificates?: boolean; now: Date }

/**
 * Erases who a person is and leaves what they were counted in: no number changes. The keyed hashes of their sign-in stay,
 * so that coming back is coming back as the same person, who cannot be counted again.
 */
export async function deleteAccount(
  tenant: Tenant,
  { personId, keepCertificates = false, now }: Leaving,
): Promise<Outcome<undefined, 'last_admin'>> {
  const files = await inTenant(tenant, async (db) => {
    await holdRoles(db, tenant)
    const [person] = await db.select().from(people).where(eq(people.id, personId)).for('update')
    if ((await governs(db, personId)) && !(await hasOtherGovernor(db, personId))) return null
    await revokeEveryRole(db, personId)
    await forgetReporter(db, personId)
    const own = await findMailbox(db, tenant, personId)
    if (own) await forgetMailbox(db, tenant, own, now)
    await forgetLetters(db, tenant, personId, person?.email ?? null)
    await db
      .update(people)
      .set({ ...erased, deletedAt: now })
      .where(eq(people.id, personId))
    await db
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
    await db.execute(sql`select app.forget_acceptances(${personId}::uuid)`)
    await stopUnions(db, personId, now)
    await forgetWishes(db, personId)
    await leaveAgir(db, { personId, keepCertificates, now })
    const images = [...(await letGoOfNews(db, personId)), ...(await letGoOfIdeas(db, personId, now))]
    await db.update(comments).set({ authorId: null }).where(eq(comments.authorId, personId))
    await record(db, {
      kind: 'account_deleted',
      aboutId: personId,
      byId: personId,
      byRole: 'author',
      visibility: 'internal',
      at: now,
    })
    await changed(db, 'ideas')
    return images
  })
  if (!files) return refused('last_admin')
  await forgetImages(tenant, files)
  return done(undefined)
}

/** Where they act with others, are expected, wrote to somebody or helped; in this order, as some of it is found by their places. */
async function leaveAgir(db: Db, { personId, keepCertificates = false, now }: Leaving): Promise<void> {
  await letGoOfOrganisations(db, personId, now)
  await letGoOfInitiatives(db, personId, now)
  await leaveStanding(db, personId, now)
  await leaveCalls(db, personId, now)
  await leaveConversations(db, personId)
  await leaveDates(db, personId, now)
  await leaveFeedback(db, personId)
  await leaveCertificates(db, { personId, keep: keepCertificates, now })
}

/** What they followed, how they wanted to be told, what they were told and asked to do. */
async function forgetWishes(db: Db, personId: string): Promise<void> {
  await db.delete(follows).where(eq(follows.personId, personId))
  await db.delete(volunteers).where(eq(volunteers.personId, personId))
  await db.delete(interests).where(eq(interests.personId, personId))
  await db.delete(favourites).where(eq(favourites.personId, personId))
  await db.delete(savedSearches).where(eq(savedSearches.personId, personId))
  await db.delete(letterChoices).where(eq(letterChoices.personId, personId))
  await db.delete(notices).where(eq(notices.personId, personId))
  await db.delete(staffInvitations).where(eq(staffInvitations.personId, personId))
}

async function forgetLetters(db: Db, tenant: Tenant, personId: string, email: string | null): Promise<void> {
  const waiting = and(eq(letters.personId, personId), eq(letters.state, 'waiting'))
  await db.update(letters).set({ state: 'dropped', address: null }).where(waiting)
  await db.update(letters).set({ personId: null, address: null }).where(eq(letters.personId, personId))
  if (!email) return
  await db.delete(signInLinks).where(eq(signInLinks.email, email))
  await db.delete(refusedMailboxes).where(eq(refusedMailboxes.mailboxKey, keyOfMailbox(tenant, email)))
}

/** What was published stays, by nobody; what was not is gone, and its pictures' files with it. */
async function letGoOfIdeas(db: Db, personId: string, now: Date): Promise<string[]> {
  const unpublished = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.authorId, personId), inArray(ideas.publication, ['draft', 'submitted', 'refused'])))
  const ids = unpublished.map(({ id }) => id)
  const images =
    ids.length === 0
      ? []
      : await db
          .delete(ideaImages)
          .where(inArray(ideaImages.ideaId, ids))
          .returning({ file: ideaImages.file })
  if (ids.length > 0) {
    await db.delete(follows).where(inArray(follows.ideaId, ids))
    await db.delete(ideas).where(inArray(ideas.id, ids))
  }
  await leaveToOthers(db, personId, now)
  await db.update(ideas).set({ authorId: null }).where(eq(ideas.authorId, personId))
  await db.delete(carriers).where(eq(carriers.personId, personId))
  return images.map(({ file }) => file)
}

/** What others support looks for someone to carry it; it never goes because somebody left. */
async function leaveToOthers(db: Db, personId: string, now: Date): Promise<void> {
  const shared = await db
    .select()
    .from(ideas)
    .where(and(eq(ideas.authorId, personId), gte(ideas.supportCount, sharedFrom)))
    .orderBy(ideas.id)
    .for('no key update')
  for (const idea of shared) {
    if (idea.ruleVersion !== null && mayChange(idea, 'seekCarrier')) await seekCarrier(db, idea, null, now)
  }
}
