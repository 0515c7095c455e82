import 'server-only'
import { and, inArray, isNull, eq } from 'drizzle-orm'
import { grants, letters, people } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { enqueue } from '../../jobs/commands'
import { inForce } from '../../people/roles/queries'
import type { StaffNotice } from './rules'

type Told = { kind: StaffNotice; about: string; detail?: Record<string, string>; now: Date }

/** A letter to each of those who run the city, once for what it is about. */
export async function tellAdmins(db: Db, { kind, about, detail = {}, now }: Told): Promise<void> {
  const admins = await db
    .selectDistinct({ id: people.id, locale: people.locale })
    .from(people)
    .innerJoin(grants, eq(grants.personId, people.id))
    .where(and(inArray(grants.role, ['owner', 'admin']), inForce, isNull(people.deletedAt)))
  if (admins.length === 0) return
  const told = admins.map(({ id, locale }) => ({
    ...{ key: `${kind}:${about}:${id}`, kind, personId: id, detail },
    ...{ locale: locale ?? '', queuedAt: now, dueAt: now },
  }))
  await db.insert(letters).values(told).onConflictDoNothing()
  await enqueue(db, 'letters.carry', {}, 'now')
}
