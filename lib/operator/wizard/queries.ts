import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { cityDrafts } from '../../../drizzle/schema'
import { operatorDoor } from '../../db/operator'
import type { Draft } from './rules'

/** A city being made; null once it is one, or was never begun. */
export async function findDraft(id: string, operator = operatorDoor()): Promise<Draft | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const open = and(eq(cityDrafts.id, id), isNull(cityDrafts.cityId))
  const [draft] = await operator.registry.select().from(cityDrafts).where(open)
  return (draft as Draft | undefined) ?? null
}

/** What was begun and left, to be taken up again. */
export async function listDrafts(operator = operatorDoor()): Promise<Draft[]> {
  const rows = await operator.registry
    .select()
    .from(cityDrafts)
    .where(isNull(cityDrafts.cityId))
    .orderBy(desc(cityDrafts.changedAt))
    .limit(10)
  return rows as Draft[]
}
