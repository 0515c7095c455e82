import 'server-only'
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { consultationDocuments, consultations } from '../../drizzle/schema'
import { type Db, inTenant } from '../db'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sayable = /^[a-z0-9-]{1,200}$/
const most = 10_000

export type Consultation = NonNullable<Awaited<ReturnType<typeof findConsultation>>>

/** One that was published, by its slug or its id, with what there is to read. */
export function findConsultation(tenant: City, address: string) {
  return inTenant(tenant, async (db) => {
    if (!sayable.test(address)) return null
    const byAddress = uuid.test(address) ? eq(consultations.id, address) : eq(consultations.slug, address)
    return whole(db, and(byAddress, isNotNull(consultations.publishedAt)))
  })
}

/** One as those who look after it see it: drafts too. */
export async function findKept(tenant: City, id: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, (db) => whole(db, eq(consultations.id, id)))
}

async function whole(db: Db, which: ReturnType<typeof and>) {
  const [found] = await db.select().from(consultations).where(which)
  if (!found) return null
  const documents = await db
    .select({
      id: consultationDocuments.id,
      title: consultationDocuments.title,
      url: consultationDocuments.url,
      file: consultationDocuments.file,
      bytes: consultationDocuments.bytes,
    })
    .from(consultationDocuments)
    .where(eq(consultationDocuments.consultationId, found.id))
    .orderBy(asc(consultationDocuments.addedAt), asc(consultationDocuments.id))
  const { tenantId: _city, createdById: _who, ...told } = found
  return { ...told, documents }
}

/** As much of every published one as a list, a filter, a feed and a calendar need. */
export function listPublished(tenant: City) {
  return inTenant(tenant, (db) =>
    db
      .select(listed)
      .from(consultations)
      .where(isNotNull(consultations.publishedAt))
      .orderBy(desc(consultations.opensOn), asc(consultations.id))
      .limit(most),
  )
}
export type Listed = Awaited<ReturnType<typeof listPublished>>[number]

/** How far a published one has come, by its address: for the idea that goes on in it. */
export async function findDays(db: Db, slug: string) {
  const { opensOn, closesOn, hour, reportDueOn, reportedOn, decidedOn, followedUpOn, cancelledOn } =
    consultations
  const days = { opensOn, closesOn, hour, reportDueOn, reportedOn, decidedOn, followedUpOn, cancelledOn }
  const [found] = await db
    .select(days)
    .from(consultations)
    .where(and(eq(consultations.slug, slug), isNotNull(consultations.publishedAt)))
  return found ?? null
}

/** For those who look after them: the last changed first. */
export function listKept(tenant: City) {
  return inTenant(tenant, (db) =>
    db
      .select({ ...listed, changedAt: consultations.changedAt })
      .from(consultations)
      .orderBy(desc(consultations.changedAt), asc(consultations.id))
      .limit(most),
  )
}

const listed = {
  id: consultations.id,
  slug: consultations.slug,
  type: consultations.type,
  title: consultations.title,
  locale: consultations.locale,
  districtCode: consultations.districtCode,
  themeId: consultations.themeId,
  departmentId: consultations.departmentId,
  summary: consultations.summary,
  place: consultations.place,
  hour: consultations.hour,
  externalUrl: consultations.externalUrl,
  opensOn: consultations.opensOn,
  closesOn: consultations.closesOn,
  reportDueOn: consultations.reportDueOn,
  reportedOn: consultations.reportedOn,
  decidedOn: consultations.decidedOn,
  followedUpOn: consultations.followedUpOn,
  cancelledOn: consultations.cancelledOn,
  cancelReason: consultations.cancelReason,
  sequence: consultations.sequence,
  participantCount: consultations.participantCount,
  publishedAt: consultations.publishedAt,
  changedAt: consultations.changedAt,
}

/** Whether a file is one that everyone may read. */
export async function findDocumentTitle(tenant: City, file: string): Promise<string | null> {
  const [found] = await inTenant(tenant, (db) =>
    db
      .select({ title: consultationDocuments.title })
      .from(consultationDocuments)
      .innerJoin(consultations, eq(consultations.id, consultationDocuments.consultationId))
      .where(and(eq(consultationDocuments.file, file), isNotNull(consultations.publishedAt))),
  )
  return found?.title ?? null
}
