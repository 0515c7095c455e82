import 'server-only'
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { comments } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { threadsOf } from '../threads/queries'
import { type Order, type Place, threadsAtOnce } from './rules'

type City = { id: string }
type Ranked = { id: string; first: number; second: number }

export type Discussion = Awaited<ReturnType<typeof readDiscussion>>

/** One page of what is said of an idea, with the best argument of each side where the order gives both their due. */
export function readDiscussion(
  tenant: City,
  { ideaId, order, after }: { ideaId: string; order: Order; after: Place | null },
) {
  return inTenant(tenant, async (db) => {
    const counts = await countSides(db, ideaId)
    const best = order === 'balanced' ? await findBest(db, ideaId) : { for: null, against: null }
    const apart = [best.for, best.against].filter((id) => id !== null)
    const ranked = await rankThreads(db, { ideaId, order, after, apart })
    const shown = ranked.slice(0, threadsAtOnce)
    const last = shown.at(-1)
    const threads = await threadsOf(db, [...apart, ...shown.map(({ id }) => id)])
    const one = (id: string | null) => (id ? (threads.get(id) ?? null) : null)
    return {
      counts,
      best: { for: one(best.for), against: one(best.against) },
      threads: shown.flatMap(({ id }) => threads.get(id) ?? []),
      next: last && ranked.length > shown.length ? { order, ...last } : null,
    }
  })
}

export type Counts = { all: number; for: number; against: number; question: number; neutral: number }

async function countSides(db: Db, ideaId: string): Promise<Counts> {
  const rows = await db
    .select({
      stance: comments.stance,
      depth: comments.depth,
      voice: comments.voice,
      count: sql<number>`count(*)::int`,
    })
    .from(comments)
    .where(and(eq(comments.ideaId, ideaId), eq(comments.state, 'visible')))
    .groupBy(comments.stance, comments.depth, comments.voice)
  const of = (stance: string) =>
    rows
      .filter((row) => row.stance === stance && row.depth === 1 && row.voice === 'citizen')
      .reduce((sum, { count }) => sum + count, 0)
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  return { all, for: of('for'), against: of('against'), question: of('question'), neutral: of('neutral') }
}

const merit = sql`(${comments.usefulCount} + ${comments.importedUsefulCount} - ${comments.uselessCount})`

/** Of each side, what most people found useful; nothing where nobody did. */
async function findBest(db: Db, ideaId: string): Promise<{ for: string | null; against: string | null }> {
  const rows = await db
    .selectDistinctOn([comments.stance], { stance: comments.stance, id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.ideaId, ideaId),
        eq(comments.depth, 1),
        eq(comments.state, 'visible'),
        inArray(comments.stance, ['for', 'against']),
        sql`${merit} > 0`,
      ),
    )
    .orderBy(comments.stance, sql`${merit} desc`, asc(comments.at), asc(comments.id))
  const of = (stance: string) => rows.find((row) => row.stance === stance)?.id ?? null
  return { for: of('for'), against: of('against') }
}

const since = sql`-extract(epoch from c.at)::float8`

/** What an order compares, least first: the city's words before all others where both sides get their due. */
const keys: Record<Order, { first: SQL; second: SQL }> = {
  balanced: {
    first: sql`case when c.voice = 'city' then 0 else row_number() over (partition by c.voice = 'city', c.side order by c.merit desc, c.at, c.id) end::float8`,
    second: sql`case when c.voice = 'city' then ${since} else c.side end::float8`,
  },
  newest: { first: since, second: sql`0::float8` },
  useful: { first: sql`-c.merit::float8`, second: since },
  city: {
    first: sql`case when c.answered is null then 1 else 0 end::float8`,
    second: sql`-extract(epoch from coalesce(c.answered, c.at))::float8`,
  },
}

type Asked = { ideaId: string; order: Order; after: Place | null; apart: string[] }

/** The next threads of an order and one more. What may not be read is there only when something readable answers it. */
function rankThreads(db: Db, { ideaId, order, after, apart }: Asked): Promise<Ranked[]> {
  const { first, second } = keys[order]
  const later = after
    ? sql`where (first, second, id) > (${after.first}::float8, ${after.second}::float8, ${after.id}::uuid)`
    : sql``
  return db.execute<Ranked>(sql`
    with answers as (
      select parent_id, max(at) filter (where voice = 'city') as answered
      from comments where idea_id = ${ideaId} and depth = 2 and state = 'visible' group by parent_id
    ), roots as (
      select c.id, c.at, c.voice, coalesce(answers.answered, case when c.voice = 'city' then c.at end) as answered,
        c.useful_count + c.imported_useful_count - c.useless_count as merit,
        case c.stance when 'for' then 0 when 'against' then 1 else 2 end as side
      from comments c left join answers on answers.parent_id = c.id
      where c.idea_id = ${ideaId} and c.depth = 1 and not c.id = any (${`{${apart.join(',')}}`}::text::uuid[])
        and (c.state = 'visible' or answers.parent_id is not null)
    ), ranked as (select c.id, ${first} as first, ${second} as second from roots c)
    select id, first, second from ranked ${later}
    order by first, second, id limit ${threadsAtOnce + 1}::int`)
}
