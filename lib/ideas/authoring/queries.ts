import 'server-only'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { addenda, carriers, ideas, ideaTexts, ruleSets } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { imagesOf } from '../deposit/queries'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Everything a person sent to the city, the last first. */
export function listOwnIdeas(tenant: { id: string }, authorId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: ideas.id,
        slug: ideas.slug,
        title: ideas.title,
        publication: ideas.publication,
        collection: ideas.collection,
        examination: ideas.examination,
        delivery: ideas.delivery,
        submittedAt: ideas.submittedAt,
        publishedAt: ideas.publishedAt,
        supportCount: ideas.supportCount,
        threshold: ideas.threshold,
        deadlineAt: ideas.deadlineAt,
      })
      .from(ideas)
      .where(and(isCarriedBy(authorId), sql`${ideas.publication} <> 'draft'`))
      .orderBy(desc(ideas.submittedAt), asc(ideas.id)),
  )
}

export type OwnIdea = NonNullable<Awaited<ReturnType<typeof findOwnIdea>>>

/** One idea of this author, with all they may need to know about it; null when it is another's. */
export async function findOwnIdea(tenant: { id: string }, id: string, authorId: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const idea = await ownIdea(db, id, authorId)
    if (!idea || idea.publication === 'draft') return null
    const [texts, added, images] = [await textsOf(db, id), await addendaOf(db, id), await imagesOf(db, id)]
    const alreadySaid = idea.sameAsId ? await findSaid(db, idea.sameAsId) : null
    return { ...idea, texts, addenda: added, images, alreadySaid }
  })
}

/** What was already said, while everyone can read it. */
async function findSaid(db: Db, id: string) {
  const [said] = await db
    .select({
      id: ideas.id,
      slug: sql<string>`${ideas.slug}`,
      title: sql<string>`${ideas.title}`,
      locale: ideas.locale,
    })
    .from(ideas)
    .where(and(eq(ideas.id, id), eq(ideas.publication, 'published')))
  return said ?? null
}

/** Windows are judged here, by the database's clock. `lock` keeps the row still until the transaction ends. */
export async function ownIdea(db: Db, id: string, authorId: string, lock = false) {
  const own = db
    .select({ ...ownColumns, isAuthor: sql<boolean>`${ideas.authorId} = ${authorId}` })
    .from(ideas)
    .where(and(eq(ideas.id, id), isCarriedBy(authorId)))
  const [idea] = await (lock ? own.for('no key update') : own)
  return idea ?? null
}

/** Its author, and whoever carries it with them. */
function isCarriedBy(personId: string) {
  return sql`(${ideas.authorId} = ${personId} or exists (
    select from ${carriers} where ${carriers.ideaId} = ${ideas.id} and ${carriers.personId} = ${personId}))`
}

/** The delay is the one of the rules the idea was published under. */
const relaunchFrom = sql`(
  select ${ideas.expiredAt} + make_interval(months => (rules ->> 'relaunchAfterMonths')::int)
  from ${ruleSets} where ${ruleSets.version} = ${ideas.ruleVersion}
)`

const ownColumns = {
  id: ideas.id,
  slug: ideas.slug,
  title: ideas.title,
  body: ideas.body,
  locale: ideas.locale,
  themeId: ideas.themeId,
  placeKind: ideas.placeKind,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  address: ideas.address,
  latitude: ideas.latitude,
  longitude: ideas.longitude,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  submittedAt: ideas.submittedAt,
  publishedAt: ideas.publishedAt,
  moderationDueAt: ideas.moderationDueAt,
  pullBackUntil: ideas.pullBackUntil,
  editableUntil: ideas.editableUntil,
  deadlineAt: ideas.deadlineAt,
  expiredAt: ideas.expiredAt,
  withdrawnAt: ideas.withdrawnAt,
  refusalCode: ideas.refusalCode,
  refusalText: ideas.refusalText,
  sameAsId: ideas.sameAsId,
  supportCount: ideas.supportCount,
  threshold: ideas.threshold,
  ruleVersion: ideas.ruleVersion,
  timeZone: ideas.timeZone,
  adoptionUntil: ideas.adoptionUntil,
  splitFromId: ideas.splitFromId,
  isSeeking: sql<boolean>`${ideas.adoptionUntil} is not null`,
  isInWindow: sql<boolean>`coalesce(${ideas.editableUntil} > now(), false)`,
  mayPullBack: sql<boolean>`coalesce(${ideas.pullBackUntil} > now(), false)`,
  relaunchFrom: sql<string | null>`${relaunchFrom}`,
  mayRelaunch: sql<boolean>`coalesce(${relaunchFrom} <= now(), false)`,
  isRelaunched: sql<boolean>`exists (select from ideas again where again.previous_id = ideas.id and again.publication not in ('refused', 'withdrawn'))`,
}

function textsOf(db: Db, ideaId: string) {
  return db
    .select({
      version: ideaTexts.version,
      title: ideaTexts.title,
      digest: ideaTexts.digest,
      at: ideaTexts.at,
    })
    .from(ideaTexts)
    .where(eq(ideaTexts.ideaId, ideaId))
    .orderBy(desc(ideaTexts.version))
}

function addendaOf(db: Db, ideaId: string) {
  return db
    .select({ id: addenda.id, body: addenda.body, at: addenda.at })
    .from(addenda)
    .where(eq(addenda.ideaId, ideaId))
    .orderBy(asc(addenda.at), asc(addenda.id))
}
