import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { cities, hosts } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import type { Operator } from '../../db/operator'
import { plantSamples } from '../../ideas/samples/commands'
import { done, type Outcome, refused } from '../../outcome'
import { inviteToRun } from '../../people/invitations/commands'
import { themeProblems } from '../../theme/rules'
import { hasSender } from '../readiness/queries'
import { missingBeforeOpening, onceTheyCome } from '../readiness/rules'
import { publishSettings } from '../versions/commands'
import { settingsProblems } from '../versions/rules'
import type { CityAnswers } from './input'
import { blueprintNamed, cityFrom, type NewLogo } from './rules'

export type CreationRefusal =
  | 'city_known'
  | 'host_taken'
  | 'colours_unreadable'
  | 'settings_contradict'
  | 'not_ready'
type Creation = { author: string; domain: string; logo?: NewLogo | undefined; now: Date }

/**
 * A city from nothing: its first version, its hosts, the letters to those who will run it, a few examples if asked for.
 * All of it or none. It opens at once when the answers say so and nothing is missing; else only its own people see it.
 */
export function createCity(
  operator: Operator,
  answers: CityAnswers,
  { author, domain, logo, now }: Creation,
): Promise<Outcome<Tenant, CreationRefusal>> {
  const tenant = cityFrom(answers, domain, logo)
  return operator.inCity(tenant, async (db) => {
    const refusal = (await creationRefusal(db, tenant)) ?? openingRefusal(tenant, answers)
    if (refusal) return refused(refusal)
    const first = { tenant, base: null, author, note: null, reason: 'first_rules', now }
    const published = await publishSettings(db, first)
    if (!published.ok) return refused('host_taken')
    const status = answers.open ? ('active' as const) : ('draft' as const)
    await db.update(cities).set({ status }).where(eq(cities.id, tenant.id))
    for (const { email, role } of answers.people)
      await inviteToRun(db, tenant, { email, role, locale: tenant.locales[0]!, now })
    if (answers.sample) await plantSamples(db, tenant, blueprintNamed(answers.blueprint).samples, now)
    return done(tenant)
  })
}

function openingRefusal(tenant: Tenant, { open, people }: CityAnswers): CreationRefusal | null {
  const facts = onceTheyCome(tenant, people, hasSender(tenant))
  return open && missingBeforeOpening(facts).length > 0 ? 'not_ready' : null
}

async function creationRefusal(db: Db, tenant: Tenant): Promise<CreationRefusal | null> {
  const [known] = await db.select({ id: cities.id }).from(cities).where(eq(cities.id, tenant.id))
  if (known) return 'city_known'
  const { shared, decider, agir } = tenant.hosts
  const names = [shared, decider, agir].filter((host) => host !== undefined)
  const taken = await db.select({ host: hosts.host }).from(hosts).where(inArray(hosts.host, names))
  if (taken.length > 0) return 'host_taken'
  if (themeProblems(tenant.theme).length > 0) return 'colours_unreadable'
  return settingsProblems(tenant).length > 0 ? 'settings_contradict' : null
}
