import 'server-only'
import { asc, eq } from 'drizzle-orm'
import {
  dataExports,
  follows,
  grants,
  ideas,
  ideaTexts,
  interests,
  journal,
  letterChoices,
  letters,
  notices,
  people,
  personKeys,
  sessions,
} from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { listAllOwn, listAllVotes } from '../../comments/own/queries'
import { listSupported } from '../../ideas/supports/queries'
import { listAccepted } from '../acceptances/queries'
import { addressedTo } from '../mailboxes/queries'
import { isOf } from '../names/queries'
import { addendaBy, answersBy } from './words/queries'
import { rowsIn } from './work/queries'

/** Each part of what a city keeps of a person, read when it is its turn, so that a long life of ideas is never held whole. */
const parts: readonly (readonly [
  name: string,
  read: (tenant: Tenant, personId: string) => Promise<unknown>,
])[] = [
  ['person', (tenant, id) => inTenant(tenant, (db) => personIn(db, id))],
  [
    'signsInWith',
    (tenant, id) =>
      inTenant(tenant, (db) =>
        db.select({ kind: personKeys.kind }).from(personKeys).where(eq(personKeys.personId, id)),
      ),
  ],
  ['roles', (tenant, id) => inTenant(tenant, (db) => rolesIn(db, id))],
  ['acceptances', (tenant, id) => listAccepted(tenant, id)],
  ['sessions', (tenant, id) => inTenant(tenant, (db) => sessionsIn(db, id))],
  [
    'ideas',
    (tenant, id) =>
      inTenant(tenant, (db) =>
        db.select(written).from(ideas).where(eq(ideas.authorId, id)).orderBy(asc(ideas.createdAt)),
      ),
  ],
  ['publishedTexts', (tenant, id) => inTenant(tenant, (db) => textsIn(db, id))],
  ['addenda', (tenant, id) => inTenant(tenant, (db) => addendaBy(db, id))],
  ['answers', (tenant, id) => inTenant(tenant, (db) => answersBy(db, id))],
  [
    'supports',
    async (tenant, id) =>
      (await listSupported(tenant, id)).map(({ id: ideaId, slug, title }) => ({ ideaId, slug, title })),
  ],
  [
    'follows',
    (tenant, id) =>
      inTenant(tenant, (db) =>
        db
          .select({ ideaId: follows.ideaId, since: follows.since })
          .from(follows)
          .where(eq(follows.personId, id)),
      ),
  ],
  ['interests', (tenant, id) => inTenant(tenant, (db) => interestsIn(db, id))],
  ['letterChoices', (tenant, id) => inTenant(tenant, (db) => choicesIn(db, id))],
  ['notices', (tenant, id) => inTenant(tenant, (db) => noticesIn(db, id))],
  ['comments', (tenant, id) => listAllOwn(tenant, id)],
  ['commentVotes', (tenant, id) => listAllVotes(tenant, id)],
  ['acts', (tenant, id) => inTenant(tenant, (db) => actsIn(db, id))],
  ['moderation', (tenant, id) => inTenant(tenant, (db) => rowsIn(db, 'moderation', id))],
  ['work', (tenant, id) => inTenant(tenant, (db) => rowsIn(db, 'work', id))],
  ['agir', (tenant, id) => inTenant(tenant, (db) => rowsIn(db, 'agir', id))],
  ['addressed', (tenant, id) => inTenant(tenant, (db) => addressedTo(db, tenant, id))],
  ['letters', (tenant, id) => inTenant(tenant, (db) => lettersIn(db, id))],
  ['exports', (tenant, id) => inTenant(tenant, (db) => exportsIn(db, id))],
]

/** One JSON document of everything about a person, part by part. */
export async function* copyOf(tenant: Tenant, personId: string, now: Date): AsyncGenerator<string> {
  yield `{"city":${JSON.stringify(tenant.id)},"madeAt":${JSON.stringify(now)}`
  for (const [name, read] of parts) yield `,\n"${name}":${JSON.stringify(await read(tenant, personId))}`
  yield '}\n'
}

const written = {
  id: ideas.id,
  slug: ideas.slug,
  title: ideas.title,
  body: ideas.body,
  themeId: ideas.themeId,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  address: ideas.address,
  latitude: ideas.latitude,
  longitude: ideas.longitude,
  publication: ideas.publication,
  collection: ideas.collection,
  createdAt: ideas.createdAt,
  submittedAt: ideas.submittedAt,
  publishedAt: ideas.publishedAt,
  refusalCode: ideas.refusalCode,
  refusalText: ideas.refusalText,
  supportCount: ideas.supportCount,
}

async function personIn(db: Db, id: string) {
  const [person] = await db.select().from(people).where(eq(people.id, id))
  const { tenantId: _city, deletedAt: _never, ...own } = person!
  return own
}

function rolesIn(db: Db, id: string) {
  const { role, scopeKind, scopeValue, startsAt, endsAt, revokedAt } = grants
  return db
    .select({ role, scopeKind, scopeValue, startsAt, endsAt, revokedAt })
    .from(grants)
    .where(eq(grants.personId, id))
    .orderBy(asc(startsAt))
}

function sessionsIn(db: Db, id: string) {
  const { startedAt, expiresAt, revokedAt } = sessions
  return db
    .select({ startedAt, expiresAt, revokedAt })
    .from(sessions)
    .where(eq(sessions.personId, id))
    .orderBy(asc(startedAt))
}

function textsIn(db: Db, id: string) {
  const { ideaId, version, title, body, at } = ideaTexts
  return db
    .select({ ideaId, version, title, body, at })
    .from(ideaTexts)
    .innerJoin(ideas, eq(ideas.id, ideaTexts.ideaId))
    .where(eq(ideas.authorId, id))
    .orderBy(asc(at))
}

function actsIn(db: Db, id: string) {
  const { kind, aboutId, at, byRole } = journal
  return db.select({ kind, aboutId, at, byRole }).from(journal).where(isOf(journal.byId, id)).orderBy(asc(at))
}

function lettersIn(db: Db, id: string) {
  const { kind, locale, state, queuedAt, sentAt } = letters
  return db
    .select({ kind, locale, state, queuedAt, sentAt })
    .from(letters)
    .where(eq(letters.personId, id))
    .orderBy(asc(queuedAt))
}

function interestsIn(db: Db, id: string) {
  const { kind, value, latitude, longitude, radiusMetres, since } = interests
  return db
    .select({ kind, value, latitude, longitude, radiusMetres, since })
    .from(interests)
    .where(eq(interests.personId, id))
    .orderBy(asc(since))
}

function choicesIn(db: Db, id: string) {
  const { category, frequency } = letterChoices
  return db.select({ category, frequency }).from(letterChoices).where(eq(letterChoices.personId, id))
}

function noticesIn(db: Db, id: string) {
  const { aboutId, category, reader, at, readAt } = notices
  return db
    .select({ kind: journal.kind, aboutId, category, reader, at, readAt })
    .from(notices)
    .innerJoin(journal, eq(journal.id, notices.eventId))
    .where(eq(notices.personId, id))
    .orderBy(asc(at))
}

function exportsIn(db: Db, id: string) {
  const { subject, fields, reason, askedAt, fetchedAt, rowCount, digest } = dataExports
  return db
    .select({ subject, fields, reason, askedAt, fetchedAt, rowCount, digest })
    .from(dataExports)
    .where(eq(dataExports.askedById, id))
    .orderBy(asc(askedAt))
}
