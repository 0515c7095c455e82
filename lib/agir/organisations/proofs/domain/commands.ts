import 'server-only'
import { eq } from 'drizzle-orm'
import { organisations } from '../../../../../drizzle/schema'
import { inTenant } from '../../../../db'
import { done, type Outcome, refused } from '../../../../outcome'
import { guardedFetch } from '../../../../outgoing/guarded-fetch'
import { type Dns, dns } from '../../../../outgoing/resolver'
import { mayFor } from '../../queries'
import { prove } from '../commands'
import { domainToken } from '../queries'
import { hostOf, type ProofRefusal, signOf } from '../rules'

type City = { id: string }
type Act = { organisationId: string; personId: string; now: Date }
type Result = Promise<Outcome<undefined, ProofRefusal>>

type Outside = { asked?: Dns; fetched?: typeof guardedFetch }

/** Looks for the sign now, in the DNS or on the site, and takes what is found for proof. */
export async function checkDomain(
  tenant: City,
  { organisationId, personId, method, now }: Act & { method: 'dns' | 'well_known' },
  { asked = dns(), fetched = guardedFetch }: Outside = {},
): Result {
  const host = await inTenant(tenant, async (db) => {
    const [found] = await db.select().from(organisations).where(eq(organisations.id, organisationId))
    return found && (await mayFor(db, organisationId, personId, 'own'))
      ? { name: hostOf(found.website) }
      : null
  })
  if (!host) return refused('not_there')
  if (!host.name) return refused('no_website')
  const sign = signOf(host.name, domainToken(tenant, organisationId))
  const texts =
    method === 'dns'
      ? await asked.texts(sign.record).catch(() => null)
      : await fetched(sign.file, { most: 4000 }).then(
          ({ status, text }) => (status === 200 ? text.split(/\r?\n/).map((line) => line.trim()) : []),
          () => null,
        )
  if (!texts) return refused('cannot_be_asked')
  if (!texts.includes(sign.text)) return refused('not_found_there')
  return inTenant(tenant, async (db) => {
    const [still] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('no key update')
    if (!still || hostOf(still.website) !== host.name) return refused('not_found_there')
    const evidence = { host: host.name! }
    await prove(db, { organisationId, method, evidence, askedById: personId, askedAt: now, now })
    return done(undefined)
  })
}
