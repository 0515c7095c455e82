import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import {
  memberships,
  organisationIdentifiers,
  organisationProofs,
  organisations,
} from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { slugOf } from '../../../ideas/moderation/rules'
import { changed } from '../../../tenancy/freshness'
import { inMonths, proofMonths } from '../proofs/rules'
import type { Association } from './rules'

export type WrittenAssociations = { added: number; updated: number; unchanged: number; present: number }
type Import = { origin: string; arrivals: Association[]; now: Date }

/**
 * Writes associations of a list, all or none. Those imported before are found again by their origin, and brought up to
 * date while nobody runs their page; those that are here already by themselves are left alone.
 */
export function importAssociations(tenant: Tenant, work: Import): Promise<WrittenAssociations> {
  return inTenant(tenant, async (db) => {
    const known = await knownAmong(db, work)
    const wanted = work.arrivals.filter(({ nameKey }) => !known.present.has(nameKey))
    const renamed = await rename(db, work, wanted)
    const rows = wanted.length === 0 ? [] : await writeRows(db, tenant, work, wanted)
    await writeNumbers(db, rows, work)
    const touched = new Set([...renamed, ...rows.map(({ id }) => id)]).size
    if (touched > 0) await changed(db, 'activities')
    const added = rows.filter(({ isNew }) => isNew).length
    const present = work.arrivals.length - wanted.length
    return { added, updated: touched - added, unchanged: wanted.length - touched, present }
  })
}

/** What writing them would come to, without writing. */
export function foreseeAssociations(tenant: Tenant, work: Import): Promise<WrittenAssociations> {
  return inTenant(tenant, async (db) => {
    const { present, imported } = await knownAmong(db, work)
    const wanted = work.arrivals.filter(({ nameKey }) => !present.has(nameKey))
    const unchanged = wanted.filter((one) => isSame(one, imported.get(one.originId))).length
    const found = wanted.filter((one) => idsOf(one).some((id) => imported.has(id))).length
    const counts = { added: wanted.length - found, updated: found - unchanged, unchanged }
    return { ...counts, present: work.arrivals.length - wanted.length }
  })
}

type Known = { summary: string; themeIds: string[] }
const isSame = ({ summary, themeIds }: Association, known?: Known) =>
  known?.summary === summary && known.themeIds.join() === themeIds.join()

const idsOf = ({ originId, formerIds }: Association) => [originId, ...formerIds]

async function knownAmong(db: Db, { origin, arrivals }: Import) {
  const keys = arrivals.map(({ nameKey }) => nameKey)
  const ids = arrivals.flatMap(idsOf)
  const rows = await db
    .select({
      nameKey: organisations.nameKey,
      origin: organisations.origin,
      originId: organisations.originId,
      summary: organisations.summary,
      themeIds: organisations.themeIds,
    })
    .from(organisations)
    .where(
      or(
        inArray(organisations.nameKey, keys),
        and(eq(organisations.origin, origin), inArray(organisations.originId, ids)),
      ),
    )
  const own = rows.filter((row) => row.origin === origin)
  return {
    present: new Set(rows.filter((row) => row.origin !== origin).map(({ nameKey }) => nameKey)),
    imported: new Map(own.map((row) => [row.originId, row] as const)),
  }
}

/**
 * What was imported while texts that had been encoded twice were taken as they came is the same association: it takes its
 * right name, unless whoever runs its page gave it another.
 */
async function rename(db: Db, { origin, now }: Import, wanted: Association[]): Promise<string[]> {
  const renamed: string[] = []
  const pairs = wanted.flatMap((one) => one.formerIds.map((formerId) => ({ ...one, formerId })))
  for (const { formerId, originId, name, nameKey } of pairs) {
    const isAsImported = sql`${organisations.nameKey} = ${organisations.originId}`
    const [row] = await db
      .update(organisations)
      .set({
        originId,
        name: sql`case when ${isAsImported} then ${name} else ${organisations.name} end`,
        nameKey: sql`case when ${isAsImported} then ${nameKey} else ${organisations.nameKey} end`,
        changedAt: now,
      })
      .where(
        and(
          eq(organisations.origin, origin),
          eq(organisations.originId, formerId),
          sql`not exists (select from ${organisations} other where other.origin = ${origin} and other.origin_id = ${originId})`,
        ),
      )
      .returning({ id: organisations.id })
    if (row) renamed.push(row.id)
  }
  return renamed
}

type Written = { id: string; originId: string | null; isNew: boolean }

function writeRows(
  db: Db,
  tenant: Tenant,
  { origin, now }: Import,
  wanted: Association[],
): Promise<Written[]> {
  const rows = wanted.map(({ siret: _siret, formerIds: _former, ...one }) => {
    const mark = createHash('sha256').update(`${origin}\n${one.originId}`).digest('hex').slice(0, 6)
    return {
      ...one,
      id: randomUUID(),
      kind: 'association' as const,
      slug: `${slugOf(one.name)}-${mark}`.replace(/^-/, ''),
      locale: tenant.locales[0]!,
      state: 'active' as const,
      origin,
      ...{ createdAt: now, changedAt: now, activeAt: now },
    }
  })
  return db
    .insert(organisations)
    .values(rows)
    .onConflictDoUpdate({
      target: [organisations.tenantId, organisations.origin, organisations.originId],
      set: { summary: sql`excluded.summary`, themeIds: sql`excluded.theme_ids`, changedAt: now },
      setWhere: sql`(organisations.summary, organisations.theme_ids) is distinct from (excluded.summary, excluded.theme_ids)
        and not exists (select from ${memberships} m where m.organisation_id = organisations.id and m.state = 'active')`,
    })
    .returning({ id: organisations.id, originId: organisations.originId, isNew: sql<boolean>`(xmax = 0)` })
}

/** A number is held once: a second association of the list that says the same one goes without. */
async function writeNumbers(db: Db, rows: Written[], { arrivals, now }: Import): Promise<void> {
  const numbers = new Map(
    arrivals.flatMap(({ originId, siret }) => (siret ? [[originId, siret] as const] : [])),
  )
  const values = rows.flatMap(({ id, originId, isNew }) => {
    const value = isNew && numbers.get(originId ?? '')
    return value ? [{ organisationId: id, scheme: 'siret' as const, value, addedAt: now }] : []
  })
  if (values.length === 0) return
  const held = await db.insert(organisationIdentifiers).values(values).onConflictDoNothing().returning({
    organisationId: organisationIdentifiers.organisationId,
    value: organisationIdentifiers.value,
  })
  if (held.length === 0) return
  const proof = { method: 'register' as const, state: 'proven' as const, askedAt: now, decidedAt: now }
  const expiresAt = inMonths(now, proofMonths)
  await db.insert(organisationProofs).values(
    held.map(({ organisationId, value }) => {
      return { ...proof, organisationId, evidence: { scheme: 'siret', value }, expiresAt }
    }),
  )
  const ids = held.map(({ organisationId }) => organisationId)
  await db
    .update(organisations)
    .set({ trust: 1, provenUntil: expiresAt })
    .where(and(inArray(organisations.id, ids), isNull(organisations.suspendedAt)))
}
