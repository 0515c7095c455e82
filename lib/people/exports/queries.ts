import 'server-only'
import { asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { dataExports, grants, ideas, people } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import type { ExportSubject } from './rules'

type Cells = (string | number | Date | null)[][]

/** The rows of a file, with the fields that were asked for and no other. */
export async function rowsOf(db: Db, subject: ExportSubject, fields: string[]): Promise<Cells> {
  const rows: Record<string, string | number | Date | null>[] = await readers[subject](db)
  return rows.map((row) => fields.map((field) => row[field] ?? null))
}

const readers = {
  accounts: (db: Db) =>
    db
      .select({
        name: people.name,
        email: people.email,
        locale: people.locale,
        assurance: people.assurance,
        birthYear: people.birthYear,
        residence: people.residence,
        districtCode: people.districtCode,
        joinedAt: people.joinedAt,
      })
      .from(people)
      .where(isNull(people.deletedAt))
      .orderBy(asc(people.joinedAt), people.id),
  authors: (db: Db) =>
    db
      .select({
        name: people.name,
        email: people.email,
        title: ideas.title,
        publication: ideas.publication,
        publishedAt: ideas.publishedAt,
      })
      .from(ideas)
      .innerJoin(people, eq(people.id, ideas.authorId))
      .where(inArray(ideas.publication, ['submitted', 'published', 'refused', 'withdrawn', 'merged']))
      .orderBy(asc(ideas.createdAt), ideas.id),
  staff: (db: Db) =>
    db
      .select({
        name: people.name,
        email: people.email,
        role: grants.role,
        scope: sql<string>`concat_ws(' ', ${grants.scopeKind}, ${grants.scopeValue})`,
        startsAt: grants.startsAt,
        endsAt: grants.endsAt,
      })
      .from(grants)
      .innerJoin(people, eq(people.id, grants.personId))
      .orderBy(asc(grants.startsAt), grants.id),
} satisfies Record<ExportSubject, (db: Db) => PromiseLike<Record<string, string | number | Date | null>[]>>

const mostShown = 200

/** Every file that was ever asked for, newest first: with its reason, and without what it held. */
export function listExports(tenant: Tenant) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: dataExports.id,
        by: people.name,
        subject: dataExports.subject,
        fields: dataExports.fields,
        reason: dataExports.reason,
        askedAt: dataExports.askedAt,
        expiresAt: dataExports.expiresAt,
        fetchedAt: dataExports.fetchedAt,
        rowCount: dataExports.rowCount,
        digest: dataExports.digest,
      })
      .from(dataExports)
      .innerJoin(people, eq(people.id, dataExports.askedById))
      .orderBy(desc(dataExports.askedAt))
      .limit(mostShown),
  )
}
export type LoggedExport = Awaited<ReturnType<typeof listExports>>[number]

/** A file that the person asked for and may still fetch. */
export async function findOpenExport(tenant: Tenant, personId: string, exportId: string, now: Date) {
  const [row] = await inTenant(tenant, (db) =>
    db.select().from(dataExports).where(eq(dataExports.id, exportId)),
  )
  const isOpen = row && row.askedById === personId && !row.fetchedAt && row.expiresAt > now
  return isOpen ? row : null
}
