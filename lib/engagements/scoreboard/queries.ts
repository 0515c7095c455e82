import 'server-only'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { ideas, obligations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { countCells } from '../queries'
import type { DutyCell } from '../rules'
import { talliesBy, tallyOf } from './rules'

type City = { id: string }

/** How well the city keeps its word: in time, how fast, how often yes, how much of it was done. `counted`: if it is already. */
export function findScoreboard(tenant: City, now: Date, counted?: DutyCell[]) {
  return inTenant(tenant, async (db) => {
    const cells = counted ?? (await countCells(db, now))
    const medians = await readMedians(db)
    const median = (by: 'departmentId' | 'districtCode', id: string) =>
      medians.find((row) => row[by] === id)?.days ?? null
    return {
      ...tallyOf(cells),
      medianDays: medians.find((row) => row.of === 1)?.days ?? null,
      answers: await countAnswers(db),
      departments: talliesBy(cells, 'departmentId').map((row) => ({
        ...row,
        medianDays: median('departmentId', row.id),
      })),
      districts: talliesBy(cells, 'districtCode').map((row) => ({
        ...row,
        medianDays: median('districtCode', row.id),
      })),
    }
  })
}
export type Scoreboard = Awaited<ReturnType<typeof findScoreboard>>

/** Half of the answers came within so many days of the threshold: in all, by department, by each district it is about. */
async function readMedians(db: Db) {
  const { departmentId, districtCode, secondDistrictCode, metAt, owedSince } = obligations
  const answered = and(eq(obligations.kind, 'opinion'), isNotNull(metAt), eq(ideas.publication, 'published'))
  const median = sql`round(percentile_cont(0.5) within group (order by days))::int as days`
  const rows = await db.execute<{ departmentId: string; districtCode: string; of: number; days: number }>(sql`
    with answers as (
      select ${departmentId} as department, array[${districtCode}, ${secondDistrictCode}] as districts,
        extract(epoch from ${metAt} - ${owedSince}) / 86400 as days
      from ${obligations} join ${ideas} on ${ideas.id} = ${obligations.ideaId} where ${answered})
    select department as "departmentId", null as "districtCode", grouping(department) as "of", ${median}
    from answers group by grouping sets ((), (department)) having count(*) > 0
    union all
    select null, district, 2, ${median} from answers, unnest(districts) district where district is not null group by district`)
  return [...rows]
}

async function countAnswers(db: Db) {
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`
  const [row] = await db
    .select({
      given: count(sql`${ideas.examination} not in ('none', 'due', 'admissibility', 'study')`),
      favourable: count(sql`${ideas.examination} in ('opinion_favourable', 'opinion_partial')`),
      promised: count(sql`${ideas.delivery} <> 'none'`),
      delivered: count(sql`${ideas.delivery} = 'delivered'`),
    })
    .from(ideas)
    .where(and(eq(ideas.publication, 'published'), sql`${ideas.examination} <> 'none'`))
  return row!
}
