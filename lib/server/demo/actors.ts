import type { Tenant } from '../../../tenants/tenant'
import { settle, settleTwice } from '../../people/demo'
import { castOf } from './cast'

/**
 * The demo's people whose own ideas are among those planted: two neighbours and someone of an association. All the others
 * have an account from the first day too.
 */
async function settleActors(tenant: Tenant, now: Date): Promise<string[]> {
  const cast = castOf(tenant)
  const citizens = cast.filter(({ part }) => part === 'citizen').slice(0, 2)
  const association = cast.filter(({ part }) => part === 'association').slice(0, 1)
  for (const person of cast) await settle(tenant, person, now)
  return Promise.all([...citizens, ...association].map((person) => settle(tenant, person, now)))
}

/** One of the neighbours has two accounts, and a moderator has just said so. */
async function tellOfTwoAccounts(tenant: Tenant, now: Date): Promise<void> {
  const cast = castOf(tenant)
  const person = cast.filter(({ part }) => part === 'citizen')[1]
  const moderator = cast.find(({ role }) => role === 'moderator')
  if (!person || !moderator) return
  const [keptId, id] = [await settle(tenant, person, now), await settle(tenant, moderator, now)]
  await settleTwice(tenant, { person, keptId, moderator: { ...moderator, id }, now })
}

export const demoCast = { settle: settleActors, actToday: tellOfTwoAccounts }
