import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { ideas } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { sampleOrigin } from './rules'

/** How many examples of its first day a city still shows. */
export function countSamples(tenant: { id: string }): Promise<number> {
  const shown = and(eq(ideas.origin, sampleOrigin), ne(ideas.publication, 'removed'))
  return inTenant(tenant, (db) => db.$count(ideas, shown))
}
