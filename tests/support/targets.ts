import { randomUUID } from 'node:crypto'
import * as tables from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import type { Tenant } from '@/tenants/tenant'
import { aDate, aMember, anActivity, anOrganisation, aProof, aRegistration } from './agir'
import type { Kind } from './asking'
import { aConversation } from './conversations'
import { anIdea, aPerson } from './factories'
import { anInitiative, someNews } from './initiatives'
import { happens } from './letters'
import { aCallTo } from './volunteers'

const now = new Date()
const soon = new Date(now.getTime() + 86_400_000)
const why = 'Des mots assez longs pour que la base les accepte.'

/** One thing of each kind that a form may name, all of them somebody's who never asks for anything. */
export async function targetsIn(city: Tenant): Promise<Record<Kind, string>> {
  const personId = await aPerson(city, { name: 'Victoire Lambert', email: `${randomUUID()}@exemple.fr` })
  const [idea, other] = [await anIdea(city, { authorId: personId }), await anIdea(city)]
  const unwritten = {
    slug: null,
    publishedAt: null,
    collection: 'not_started',
    publication: 'draft',
  } as const
  const draft = await anIdea(city, { authorId: personId, ...unwritten })
  const notice = await happens('published', idea.id, { city })
  const { id: organisation } = await anOrganisation(city, { createdById: personId })
  const membership = await aMember(city, organisation, personId)
  const { id: activity } = await anActivity(city, { organiserId: personId })
  const { id: date, scheduleId: schedule } = await aDate(city, activity, soon)
  const proof = await aProof(city, organisation, personId)
  const registration = await aRegistration(city, personId)
  const said = await aConversation(city, { personId, activityId: activity })
  const elsewhere = await comingFromElsewhere(city, activity, organisation)
  const { id: initiative } = await anInitiative(city, { createdById: personId, keptBy: personId })
  const news = await someNews(city, { initiativeId: initiative, byId: personId })
  const lasting = { initiative, picture: initiative, news }
  const dated = { activity, date, schedule, registration }
  const organised = { ...lasting, ...dated, organisation, membership, proof, ...said }
  const called = await aCallTo(city, personId)
  const owned = await inTenant(city, (db) => rowsOf(db, { personId, ideaId: idea.id, otherId: other.id }))
  const named = { idea: idea.id, draft: draft.id, notice, person: personId, argument: owned.comment }
  return { ...owned, ...organised, ...elsewhere, ...called, ...named }
}

/** What a source says otherwise of an activity, and another that looks like it. */
async function comingFromElsewhere(city: Tenant, activityId: string, organisationId: string) {
  const { id: secondId } = await anActivity(city)
  return inTenant(city, async (db) => {
    const of = { activityId, kind: 'gone' as const, at: now }
    const alike = { firstId: activityId, secondId, metres: 10, likeness: 0.9, foundAt: now }
    const [change] = await db.insert(tables.sourceChanges).values(of).returning()
    const [candidate] = await db.insert(tables.duplicateCandidates).values(alike).returning()
    const asked = { activityId: secondId, organisationId, said: 'C’est nous qui l’organisons.', askedAt: now }
    const [claim] = await db.insert(tables.activityClaims).values(asked).returning()
    return { change: change!.id, candidate: candidate!.id, claim: claim!.id }
  })
}

type Organised =
  | ('organisation' | 'membership' | 'proof' | 'activity' | 'date' | 'schedule' | 'registration')
  | ('conversation' | 'message' | 'change' | 'candidate' | 'claim' | 'initiative' | 'picture' | 'news')
  | ('call' | 'callAnswer')
type Ground = { personId: string; ideaId: string; otherId: string }

async function rowsOf(db: Db, { personId, ideaId, otherId }: Ground) {
  const ids = Object.fromEntries(
    ['comment', 'task', 'consultation', 'document', 'question', 'obligation', 'merge', 'invalidation']
      .concat('invitation', 'interest', 'template', 'grant', 'letter', 'settings', 'sheet', 'search')
      .map((kind) => [kind, randomUUID()]),
  ) as Record<Exclude<Kind, Organised | 'idea' | 'draft' | 'notice' | 'person' | 'argument'>, string>
  const said = { body: why, locale: 'fr' }
  const [version] = await db.select().from(tables.tenantVersions).limit(1)
  await db
    .insert(tables.comments)
    .values({ id: ids.comment, ideaId, authorId: personId, ...said, at: now, editableUntil: soon })
  await db.insert(tables.tasks).values({
    ...{ id: ids.task, subjectKind: 'idea', subjectId: ideaId, kind: 'own_initiative', title: why },
    ...{ authorId: personId, openedAt: now, dueAt: soon },
  })
  await db.insert(tables.consultations).values({
    ...{ id: ids.consultation, slug: ids.consultation, type: 'questionnaire', title: why, locale: 'fr' },
    ...{ createdAt: now, changedAt: now, createdById: personId },
  })
  await db.insert(tables.consultationDocuments).values({
    id: ids.document,
    consultationId: ids.consultation,
    title: why,
    url: 'https://x.fr',
    addedAt: now,
  })
  await db.insert(tables.questions).values({ id: ids.question, ideaId, body: why, askedAt: now })
  await db
    .insert(tables.obligations)
    .values({ id: ids.obligation, ideaId, kind: 'opinion', owedSince: now, dueAt: soon })
  await db.insert(tables.merges).values({
    ...{ id: ids.merge, sourceId: ideaId, targetId: otherId, reason: why, proposedById: personId },
    ...{ proposedAt: now, silentFrom: soon },
  })
  await db.insert(tables.invalidations).values({
    ...{ id: ids.invalidation, ideaId, fromDay: '2026-01-01', toDay: '2026-12-31', onlyFresh: true },
    ...{ onlyHeld: false, reason: why, foundCount: 1, proposedById: personId, proposedAt: now },
  })
  await db.insert(tables.carrierInvitations).values({
    ...{ id: ids.invitation, ideaId, tokenHash: randomUUID(), invitedById: personId },
    ...{ invitedAt: now, expiresAt: soon },
  })
  await db
    .insert(tables.interests)
    .values({ id: ids.interest, personId, kind: 'theme', value: 'sport', since: now })
  await db.insert(tables.savedSearches).values({
    ...{ id: ids.search, personId, name: 'Le canal', query: '?q=canal', frequency: 'daily' },
    ...{ since: now, toldUntil: now },
  })
  await db
    .insert(tables.templates)
    .values({ id: ids.template, title: why, body: why, locale: 'fr', changedAt: now })
  await db.insert(tables.grants).values({ id: ids.grant, personId, role: 'moderator', startsAt: now })
  await db.insert(tables.letters).values({
    id: ids.letter,
    key: ids.letter,
    kind: 'sign_in_link',
    locale: 'fr',
    state: 'failed',
    endedAt: now,
  })
  await db.insert(tables.settingsDrafts).values({
    ...{ id: ids.settings, baseVersion: version!.version, settings: version!.settings },
    ...{ authorId: personId, createdAt: now, changedAt: now },
  })
  await db.insert(tables.paperSheets).values({
    ...{ id: ids.sheet, ideaId, number: '1', receivedOn: '2026-01-01', lineCount: 1, spoiltCount: 0 },
    ...{ alreadyCount: 0, sample: [1], enteredById: personId, enteredAt: now },
  })
  return ids
}
