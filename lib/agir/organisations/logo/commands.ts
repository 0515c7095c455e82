import 'server-only'
import { eq } from 'drizzle-orm'
import { organisations } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { dueAfterWorkingDays } from '../../../ideas/deposit/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { rulesInForce } from '../../../rules/queries'
import { changed } from '../../../tenancy/freshness'
import { mayFor } from '../queries'
import { isPublic, trustedFrom } from '../rules'

type Changing = {
  organisationId: string
  personId: string
  now: Date
  logo: string | null
  logoAlt: string | null
}

/** The picture by which it is known. Of one the city knows little it waits until it is read, as words do. */
export function changeLogo(
  tenant: { id: string },
  { organisationId, personId, now, logo, logoAlt }: Changing,
): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const one = eq(organisations.id, organisationId)
    const [before] = await db.select().from(organisations).where(one).for('no key update')
    if (!before || !(await mayFor(db, organisationId, personId, 'manage'))) return refused('not_there')
    if (before.state === 'suspended' || before.state === 'closed') return refused('not_there')
    if (logo !== null && isPublic(before.state) && before.trust < trustedFrom) {
      const { rules, timeZone } = await rulesInForce(db)
      const { kind, name, summary, story } = before
      const wish = { kind, name, summary, story, ...before.wish, logo, logoAlt }
      const moderationDueAt = dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone)
      await db
        .update(organisations)
        .set({ wish, submittedAt: now, moderationDueAt, changedAt: now })
        .where(one)
      return done(undefined)
    }
    await db.update(organisations).set({ logo, logoAlt, changedAt: now }).where(one)
    await changed(db, 'activities')
    return done(undefined)
  })
}
