import 'server-only'
import { randomUUID } from 'node:crypto'
import { memberships, organisationProofs, organisations } from '../../../../drizzle/schema'
import { type DemoOrganisation, organisationsOf } from '../../../../tenants/organisations'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { skeleton } from '../../../text'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; people: string[]; actorIds: string[]; now: Date }
const year = 365

/** Those who act in a demo city, with who runs each and what the city knows of it. */
export async function plantOrganisations(db: Db, { tenant, people, actorIds, now }: Ground): Promise<void> {
  const held = (organisationsOf[tenant.id] ?? []).map((one, place) => {
    const owner =
      (one.actor === undefined ? undefined : actorIds[one.actor]) ?? people[place % people.length]!
    const others = people.filter((id) => id !== owner)
    const beside = others.slice(place % 3, (place % 3) + one.members)
    return { one, id: randomUUID(), owner, beside }
  })
  if (held.length === 0) return
  await db
    .insert(organisations)
    .values(held.map(({ one, id, owner }) => rowOf(one, { id, owner, tenant, now })))
  await db.insert(memberships).values(
    held.flatMap(({ one, id: organisationId, owner, beside }) => {
      const at = daysBefore(now, one.ago)
      const since = { organisationId, state: 'active' as const, at, joinedAt: at }
      const members = beside.map((personId, place) => {
        const role =
          place === 0 ? ('manager' as const) : place === 1 ? ('coordinator' as const) : ('member' as const)
        return { ...since, personId, role, joinedAt: daysBefore(at, -1 - (place % 3)) }
      })
      return [{ ...since, personId: owner, role: 'owner' as const }, ...members]
    }),
  )
  const proven = held.filter(({ one }) => one.trust > 0)
  await db
    .insert(organisationProofs)
    .values(proven.map(({ one, id, owner }) => proofOf(one, { id, owner, now })))
}

type Of = { id: string; owner: string; tenant: Tenant; now: Date }

function rowOf(one: DemoOrganisation, { id, owner, tenant, now }: Of): typeof organisations.$inferInsert {
  const at = daysBefore(now, one.ago)
  const isActive = one.state === 'active'
  return {
    id,
    ...{ kind: one.kind, name: one.name, summary: one.summary, story: one.story, trust: one.trust },
    slug: isActive ? one.slug : null,
    nameKey: skeleton(one.name),
    locale: tenant.locales[0]!,
    themeIds: one.themes,
    districtCode: one.district ?? null,
    address: one.address ?? null,
    website: one.website ?? null,
    state: one.state,
    createdById: owner,
    ...{ createdAt: at, changedAt: at, submittedAt: at, activeAt: isActive ? at : null },
    moderationDueAt: isActive ? null : daysBefore(now, one.ago - 5),
    provenUntil: one.trust > 0 ? daysBefore(now, (one.ago % 200) - year) : null,
  }
}

const methods = ['register', 'register', 'document', 'city'] as const

function proofOf(one: DemoOrganisation, { id, owner, now }: Omit<Of, 'tenant'>) {
  const isInformal = one.kind === 'neighbours' || one.kind === 'collective'
  const askedAt = daysBefore(now, one.ago % 200)
  return {
    organisationId: id,
    method: isInformal ? ('vouching' as const) : methods[one.trust]!,
    state: 'proven' as const,
    askedById: owner,
    ...{ askedAt, decidedAt: askedAt, expiresAt: daysBefore(askedAt, -year) },
  }
}
