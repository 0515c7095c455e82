import 'server-only'
import { and, asc, between, desc, eq, inArray, sql } from 'drizzle-orm'
import { certificateLines, certificates, hourEntries, organisations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { countedKinds } from '../hours/rules'
import { mayFor } from '../organisations/queries'

type City = { id: string }
type Asked = { personId: string; from: string; until: string; organisationIds: readonly string[] }

/** What somebody gave to each of these organisations in a time, of hours that count. */
export function certifiable(db: Db, { personId, from, until, organisationIds }: Asked) {
  const last = db
    .selectDistinctOn([hourEntries.registrationId])
    .from(hourEntries)
    .where(eq(hourEntries.personId, personId))
    .orderBy(hourEntries.registrationId, desc(hourEntries.nth))
    .as('last_lines')
  return db
    .select({
      organisationId: organisations.id,
      label: organisations.name,
      minutes: sql<number>`sum(${last.minutes})::int`,
      dates: sql<number>`count(*)::int`,
    })
    .from(last)
    .innerJoin(organisations, eq(organisations.id, last.organisationId))
    .where(
      and(
        inArray(last.kind, countedKinds),
        between(last.servedOn, from, until),
        inArray(organisations.id, [...organisationIds]),
      ),
    )
    .groupBy(organisations.tenantId, organisations.id)
    .orderBy(asc(organisations.name), asc(organisations.id))
}

/** Everything somebody had made, the last first. */
export function listOwnCertificates(tenant: City, personId: string) {
  const { id, serial, fromOn, untilOn, minutes, issuedAt, revokedAt, revokedBy, revokeReason } = certificates
  return inTenant(tenant, (db) =>
    db
      .select({ id, serial, fromOn, untilOn, minutes, issuedAt, revokedAt, revokedBy, revokeReason })
      .from(certificates)
      .where(eq(certificates.personId, personId))
      .orderBy(desc(issuedAt), asc(id))
      .limit(100),
  )
}
export type OwnCertificate = Awaited<ReturnType<typeof listOwnCertificates>>[number]

/** One of one's own, whole, to be printed. Another's is not there. */
export function findOwnCertificate(tenant: City, serial: string, personId: string) {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select()
      .from(certificates)
      .where(and(eq(certificates.serial, serial), eq(certificates.personId, personId)))
    if (!found) return null
    const { tenantId: _city, ...certificate } = found
    const { label, minutes, dates } = certificateLines
    const lines = await db
      .select({ label, minutes, dates })
      .from(certificateLines)
      .where(eq(certificateLines.certificateId, found.id))
      .orderBy(asc(label), asc(certificateLines.organisationId))
    return { ...certificate, lines }
  })
}
export type WholeCertificate = NonNullable<Awaited<ReturnType<typeof findOwnCertificate>>>

/** All that a stranger who was shown a certificate is told of it. */
export function findChecked(tenant: City, serial: string) {
  const { initials, fromOn, untilOn, minutes, issuedAt, digest, signature, publicKey, revokedAt, revokedBy } =
    certificates
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        initials,
        fromOn,
        untilOn,
        minutes,
        issuedAt,
        digest,
        signature,
        publicKey,
        revokedAt,
        revokedBy,
      })
      .from(certificates)
      .where(eq(certificates.serial, serial))
    return found ? { serial, ...found } : null
  })
}
export type CheckedCertificate = NonNullable<Awaited<ReturnType<typeof findChecked>>>

/** Whether somebody may take this certificate back: its holder, or whoever manages an organisation it names. */
export function findRevocable(tenant: City, serial: string, personId: string) {
  return inTenant(tenant, async (db) => {
    const [found] = await db.select().from(certificates).where(eq(certificates.serial, serial))
    if (!found) return null
    const { id, fromOn, untilOn, minutes, initials, revokedAt } = found
    const shown = { serial, fromOn, untilOn, minutes, initials, isRevoked: revokedAt !== null }
    if (found.personId === personId) return { ...shown, as: 'holder' as const }
    const named = await db
      .select({ id: certificateLines.organisationId })
      .from(certificateLines)
      .where(eq(certificateLines.certificateId, id))
    for (const one of named)
      if (await mayFor(db, one.id, personId, 'manage')) return { ...shown, as: 'organisation' as const }
    return null
  })
}

/** How many valid certificates somebody has: what is asked before an account goes. */
export function countValid(tenant: City, personId: string): Promise<number> {
  const valid = and(eq(certificates.personId, personId), sql`${certificates.revokedAt} is null`)
  return inTenant(tenant, (db) => db.$count(certificates, valid))
}
