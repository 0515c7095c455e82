import 'server-only'
import type { Operator } from '../../db/operator'
import { type Outcome, refused } from '../../outcome'
import { inviteAgain } from '../../people/invitations/commands'
import { audit } from '../../tenancy/audit/commands'
import { findTenant } from '../../tenancy/registry'

type Again = { city: string; invitation: string; byEmail: string; now: Date }

/** Somebody invited to run a city is written to again; their first letter leads nowhere from then on. */
export async function sendAgain(
  operator: Operator,
  { city, invitation, byEmail, now }: Again,
): Promise<Outcome<undefined, 'invitation_gone'>> {
  const tenant = await findTenant(city)
  if (!tenant) return refused('invitation_gone')
  return operator.inCity(tenant, async (db) => {
    const outcome = await inviteAgain(db, tenant, { invitation, now })
    const actor = { kind: 'operator', name: byEmail } as const
    if (outcome.ok)
      await audit(db, { actor, action: 'invited_again', subject: `invitation:${invitation}`, now })
    return outcome
  })
}
