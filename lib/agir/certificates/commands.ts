import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { certificateLines, certificates, people } from '../../../drizzle/schema'
import { derivedKey } from '../../auth/sealing'
import { publicKeyFrom, signatureOf } from '../../auth/signing/rules'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { mayFor } from '../organisations/queries'
import { certifiable } from './queries'
import {
  certificateText,
  type CertificateRefusal,
  digestOf,
  initialsOf,
  mostInADay,
  type Revoker,
  serialFrom,
  signedText,
} from './rules'

type City = { id: string }
type Asked = {
  personId: string
  from: string
  until: string
  organisationIds: readonly string[]
  locale: string
  now: Date
}

const day = 86_400_000

/** A volunteer has what they gave written down and signed by the city. Only they can; nobody is told of it. */
export const issueCertificate = (tenant: City, asked: Asked) =>
  inTenant(tenant, (db) => writeCertificate(db, tenant, asked))

export async function writeCertificate(
  db: Db,
  tenant: City,
  { personId, from, until, organisationIds, locale, now }: Asked,
): Promise<Outcome<{ id: string; serial: string }, CertificateRefusal>> {
  if (from > until) return refused('period')
  const [person] = await db.select().from(people).where(eq(people.id, personId)).for('update')
  if (!person?.name) return refused('name_missing')
  const since = new Date(now.getTime() - day)
  const lately = and(eq(certificates.personId, personId), gt(certificates.issuedAt, since))
  if ((await db.$count(certificates, lately)) >= mostInADay) return refused('too_many')
  const lines = await certifiable(db, { personId, from, until, organisationIds })
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0)
  if (minutes === 0) return refused('no_hours')
  const [id, serial, holder] = [randomUUID(), serialFrom(randomBytes(12)), person.name]
  const said = { city: tenant.id, serial, holder, from, until, minutes, issuedAt: now, lines }
  await db.insert(certificates).values({
    ...{ id, serial, personId, holder, minutes, locale },
    ...sealedBy(tenant, said),
    initials: initialsOf(holder),
    fromOn: from,
    untilOn: until,
    dates: lines.reduce((sum, line) => sum + line.dates, 0),
    issuedAt: now,
  })
  await db.insert(certificateLines).values(lines.map((line) => ({ ...line, certificateId: id })))
  return done({ id, serial })
}

/** The city's own key for this, from the master secret: never in the database. */
function sealedBy(tenant: City, said: Parameters<typeof certificateText>[0]) {
  const seed = derivedKey('volunteering-certificates', tenant.id)
  const digest = digestOf(certificateText(said))
  const signature = signatureOf(seed, signedText({ ...said, digest }))
  return { digest, signature, publicKey: publicKeyFrom(seed) }
}

type Revoking = { serial: string; personId: string; reason: string; now: Date }

/** Whoever holds it, or may manage an organisation it names, takes a certificate back. It is never valid again. */
export function revokeCertificate(
  tenant: City,
  { serial, personId, reason, now }: Revoking,
): Promise<Outcome<{ serial: string }, CertificateRefusal>> {
  return inTenant(tenant, async (db) => {
    const [held] = await db.select().from(certificates).where(eq(certificates.serial, serial)).for('update')
    const by = held ? await revokerOf(db, held, personId) : null
    if (!held || !by) return refused('not_there')
    if (held.revokedAt) return refused('already_revoked')
    await revoke(db, [held.id], { by, byId: personId, reason, now })
    if (by !== 'holder' && held.personId) await tellHolder(db, held, { byId: personId, reason, now })
    return done({ serial })
  })
}

type Held = typeof certificates.$inferSelect

async function revokerOf(db: Db, held: Held, personId: string): Promise<'holder' | 'organisation' | null> {
  if (held.personId === personId) return 'holder'
  const named = await db
    .select({ id: certificateLines.organisationId })
    .from(certificateLines)
    .where(eq(certificateLines.certificateId, held.id))
  for (const { id } of named) if (await mayFor(db, id, personId, 'manage')) return 'organisation'
  return null
}

/** Whoever holds it hears of it, and why. */
async function tellHolder(
  db: Db,
  { id, serial, personId }: Held,
  { byId, reason, now }: { byId: string; reason: string; now: Date },
): Promise<void> {
  const detail = { title: serial, path: '/mes-heures', on: 'agir', text: reason, tell: [personId] }
  const by = { byId, byRole: 'author', visibility: 'internal', at: now } as const
  await record(db, { kind: 'certificate_revoked', aboutId: id, ...by, detail })
}

type Ending = { by: Revoker; byId: string | null; reason: string | null; now: Date }

async function revoke(db: Db, ids: string[], { by, byId, reason, now }: Ending): Promise<void> {
  await db
    .update(certificates)
    .set({ revokedAt: now, revokedBy: by, revokedById: byId, revokeReason: reason })
    .where(inArray(certificates.id, ids))
  await changed(db, 'activities')
}

type Corrected = { personId: string; organisationId: string; servedOn: string; now: Date }

/** Hours that a certificate counts were taken away or put right: what it says is no longer so. */
export async function revokeCorrected(
  db: Db,
  { personId, organisationId, servedOn, now }: Corrected,
): Promise<void> {
  const counting = await db
    .select({ id: certificates.id, from: certificates.fromOn, until: certificates.untilOn })
    .from(certificates)
    .innerJoin(certificateLines, eq(certificateLines.certificateId, certificates.id))
    .where(
      and(
        eq(certificates.personId, personId),
        eq(certificateLines.organisationId, organisationId),
        isNull(certificates.revokedAt),
      ),
    )
  const ids = counting.flatMap(({ id, from, until }) => (from <= servedOn && servedOn <= until ? [id] : []))
  if (ids.length > 0) await revoke(db, ids, { by: 'correction', byId: null, reason: null, now })
}

/** Whoever deletes their account takes their certificates back, or lets them go on being checked, by initials alone. */
export async function leaveCertificates(
  db: Db,
  { personId, keep, now }: { personId: string; keep: boolean; now: Date },
): Promise<void> {
  const own = eq(certificates.personId, personId)
  const valid = await db
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(own, isNull(certificates.revokedAt)))
  const ids = valid.map(({ id }) => id)
  if (!keep && ids.length > 0) await revoke(db, ids, { by: 'departure', byId: null, reason: null, now })
  await db
    .update(certificates)
    .set({ personId: null, holder: null, ...(!keep && { initials: null }) })
    .where(own)
}
