import 'server-only'
import { asc } from 'drizzle-orm'
import { follows, ideas, ideaTexts, journal, people, ruleSets } from '../../../drizzle/schema'
import { programmes } from '../../../tenants/activities'
import { type Demo, demos } from '../../../tenants/demo'
import { Rules } from '../../../tenants/rules'
import { shippedCities } from '../../../tenants/shipped'
import type { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import { asOperator } from '../../db/operator'
import { demoOperatorEmail } from '../../operator/demo'
import { oweExamination } from '../../ideas/examination/duties/commands'
import { createScopeKey } from '../../ideas/supports/scope-keys'
import { readable } from '../../rules/queries'
import { keep } from '../../people/acceptances/commands'
import { changed } from '../freshness'
import { listAsked } from '../legal/queries'
import { type Edition, firstEdition, foundCities } from '../seed'
import { plantActivities } from './activities/commands'
import { plantAttendance } from './attendance/commands'
import { plantChecks } from './checks/commands'
import { plantConsultations } from './consultations/commands'
import { plantDesk } from './desk/commands'
import { plantDiscussions } from './discussions/commands'
import { plantInitiatives } from './initiatives/commands'
import { plantLives } from './lives/commands'
import { plantNotices } from './notices/commands'
import { plantExchanges } from './exchanges/commands'
import { plantContinuations, plantFiles } from './files/commands'
import { plantOrganisations } from './organisations/commands'
import { plantPaper } from './paper/commands'
import { plantPlatform } from './platform/commands'
import { plantedIdea, type Planted } from './planting/rules'
import { actorOf, daysBefore } from './rules'
import { plantScenes } from './scenes/commands'
import { plantClaim, plantSourceChange } from './sources/commands'
import { plantStanding } from './standing/commands'
import { plantSupports } from './supports/commands'
import { plantVolunteers } from './volunteers/commands'
import { plantWishes } from './wishes/commands'

type Say = (line: string) => void
type Cast = {
  /** The ids of people one can sign in as, so that they find ideas of their own. */
  settle: (tenant: Tenant, now: Date) => Promise<string[]>
  /** What they have done today: a journal of acts goes on in the order of its days. */
  actToday: (tenant: Tenant, now: Date) => Promise<void>
}
const nobody: Cast = { settle: async () => [], actToday: async () => {} }

/** Founds the demo cities that are missing and plants ideas in those that have none; on a second start, neither. */
export function seedDemo(
  ownerUrl: string,
  now: Date,
  say: Say = () => {},
  cast: Cast = nobody,
): Promise<void> {
  return asOperator(ownerUrl, async (operator) => {
    const filled: Tenant[] = []
    const founded = await foundCities(operator, shippedCities, (tenant) => editionsOf(tenant, now))
    if (founded.length > 0) say(`Founded ${founded.join(', ')}.`)
    for (const tenant of shippedCities) {
      const demo = demos[tenant.id]
      if (!demo || !(await operator.inCity(tenant, isBare))) continue
      const ground = { tenant, demo, actorIds: await cast.settle(tenant, now), now }
      const planted = await operator.inCity(tenant, (db) => plantCity(db, ground))
      if (!planted) continue
      filled.push(tenant)
      say(`${tenant.id}: ${planted.ideas} ideas, ${planted.supports} supports.`)
    }
    if (founded.length > 0) await plantPlatform(operator, { byEmail: demoOperatorEmail, now })
    for (const tenant of filled) await cast.actToday(tenant, now)
  })
}

function editionsOf(tenant: Tenant, now: Date): Edition[] {
  const demo = demos[tenant.id]
  if (!demo) return [firstEdition(tenant, now)]
  const earlier = demo.earlier.map(({ ago, ideas: changes, reason }) => ({
    tenant: { ...tenant, ideas: Rules.parse({ ...tenant.ideas, ...changes }) },
    author: 'seed',
    reason,
    publishedAt: daysBefore(now, ago),
  }))
  return [
    ...earlier,
    { tenant, author: 'city', reason: demo.reason, publishedAt: daysBefore(now, demo.since) },
  ]
}

/** A city that was erased has no idea either, nor any rule: it stays as it was left. */
async function isBare(db: Db): Promise<boolean> {
  const known = await db.select({ id: ideas.id }).from(ideas).limit(1)
  const ruled = await db.select({ version: ruleSets.version }).from(ruleSets).limit(1)
  return known.length === 0 && ruled.length === 1
}

type Ground = { tenant: Tenant; demo: Demo; actorIds: string[]; now: Date }

/** Plants a demo in a city that has no idea yet; null in one that has. */
export async function plantCity(db: Db, { tenant, demo, actorIds, now }: Ground) {
  if (!(await isBare(db))) return null
  const authorIds = await settleAuthors(db, tenant, demo, now)
  const rows = await db.select().from(ruleSets).orderBy(asc(ruleSets.version))
  const sets = rows.map(readable)
  const planted = demo.ideas.map((idea, place) => {
    const actor = actorIds[actorOf(demo.ideas, place) ?? -1]
    const authorId = actor ?? authorIds[place % authorIds.length]!
    return plantedIdea(idea, { tenant, sets, authorId, now })
  })
  await writeIdeas(db, tenant, planted, authorIds)
  const supports = await plantSupports(db, { tenant, names: peopleIn(demo), now }, planted)
  await plantPaper(db, { tenant, names: peopleIn(demo), people: authorIds, now }, planted)
  await plantScenes(db, tenant, demo, planted)
  await plantLives(db, { tenant, people: authorIds, actorIds, now }, planted)
  await plantChecks(db, { tenant, people: authorIds, now }, planted)
  await plantFiles(db, { tenant, demo, now }, planted)
  await plantConsultations(db, tenant, now)
  await plantContinuations(db, { tenant, demo, now })
  await plantOrganisations(db, { tenant, people: authorIds, actorIds, now })
  const programme = programmes[tenant.id]
  const neighbours = authorIds.filter((_, place) => peopleIn(demo).includes(demo.names[place]!))
  if (programme) await plantActivities(db, { tenant, people: neighbours, actorIds, now }, programme)
  await plantAttendance(db, { tenant, people: neighbours, actorIds, now })
  await plantExchanges(db, { tenant, actorIds, now })
  await plantInitiatives(db, { tenant, people: neighbours, actorIds, now })
  await plantVolunteers(db, { tenant, people: neighbours, actorIds, now })
  await plantStanding(db, { personId: actorIds[0], now })
  await plantDiscussions(db, { tenant, people: authorIds, now }, planted)
  await plantDesk(db, { tenant, now }, planted)
  await plantNotices(db, { tenant, actorIds, now }, planted)
  if (programme) {
    await plantWishes(db, { tenant, actorIds, now })
    await plantSourceChange(db, tenant, now)
    await plantClaim(db, tenant, now)
  }
  await changed(db, 'ideas')
  return { ideas: planted.length, supports }
}

/** Associations are among the names: those of people have two words. */
const peopleIn = ({ names }: Demo) => names.filter((name) => name.split(' ').length === 2)

async function settleAuthors(db: Db, tenant: Tenant, { names }: Demo, now: Date): Promise<string[]> {
  const authors = names.map((name, place) => ({
    name,
    locale: tenant.locales[0]!,
    assurance: 'A2' as const,
    birthYear: 1955 + ((place * 7) % 45),
    residence: 'lives' as const,
    wantsMail: false,
    joinedAt: daysBefore(now, 240),
  }))
  const rows = await db.insert(people).values(authors).returning({ id: people.id })
  const ids = rows.map(({ id }) => id)
  const asked = await listAsked(tenant)
  for (const personId of ids.filter((_, place) => place % 9 !== 8))
    await keep(db, asked, { personId, locale: tenant.locales[0]!, now: daysBefore(now, 240) })
  return ids
}

async function writeIdeas(db: Db, tenant: Tenant, planted: Planted[], authorIds: string[]): Promise<void> {
  await db.insert(ideas).values(planted.map(({ row }) => row))
  await db.insert(journal).values(planted.flatMap(({ entries }) => entries))
  const published = planted.filter(({ row }) => row.publishedAt)
  await db.insert(ideaTexts).values(published.flatMap(({ text }) => (text ? [text] : [])))
  for (const { row } of published) await createScopeKey(db, tenant, row.id)
  for (const { row } of published) if (row.certifiedAt) await oweExamination(db, row.id)
  const followers = published.flatMap(({ row }, place) =>
    authorIds
      .filter((personId) => personId !== row.authorId)
      .filter((_, rank) => (rank + place) % 5 === 0)
      .map((personId) => ({ ideaId: row.id, personId, since: row.publishedAt! })),
  )
  await db.insert(follows).values(followers)
}
