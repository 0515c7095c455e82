import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { comments } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import type { Stance } from '../rules'
import { findDiscussed, threadsOf } from '../threads/queries'
import { type Order, type Place, threadsAtOnce, threadsUnderIdea } from './rules'

type City = { id: string }
/** `best` is the side on which it weighs most. */
type Ranked = { id: string; first: number; second: number; best: number | null }

export type Discussion = Awaited<ReturnType<typeof readDiscussion>>

/** One page of what is said of an idea, with the best argument of each side where the order gives both their due. */
export function readDiscussion(tenant: City, asked: Asked) {
  return inTenant(tenant, (db) => discussionIn(db, asked))
}

/** How it begins, by the address of the idea: looked for while the idea itself is. Null when everyone may not read it. */
export function readBeginning(tenant: City, address: string): Promise<Discussion | null> {
  return inTenant(tenant, async (db) => {
    const idea = await findDiscussed(db, address)
    return idea && discussionIn(db, { ...beginning, ideaId: idea.id })
  })
}

const beginning = { order: 'balanced', after: null, most: threadsUnderIdea } as const

async function discussionIn(db: Db, asked: Asked) {
  const { most = threadsAtOnce } = asked
  const [counts, found] = await Promise.all([countSides(db, asked.ideaId), rankThreads(db, asked, most)])
  const ranked = found.filter(({ best }) => best === null)
  const shown = ranked.slice(0, most)
  const last = shown.at(-1)
  const best = found.filter((one) => one.best !== null)
  const threads = await threadsOf(
    db,
    [...best, ...shown].map(({ id }) => id),
  )
  const bestOf = (side: number) => threads.get(best.find((one) => one.best === side)?.id ?? '') ?? null
  return {
    counts,
    best: { for: bestOf(sides.for), against: bestOf(sides.against) },
    threads: shown.flatMap(({ id }) => threads.get(id) ?? []),
    next: last && ranked.length > shown.length ? placeOf(asked.order, last) : null,
  }
}

const placeOf = (order: Order, { id, first, second }: Ranked): Place => ({ order, id, first, second })

export type Counts = { all: number; for: number; against: number; question: number; neutral: number }

async function countSides(db: Db, ideaId: string): Promise<Counts> {
  const of = (stance: Stance) =>
    sql<number>`count(*) filter (where ${comments.stance} = ${stance} and depth = 1 and voice = 'citizen')::int`
  const [counts] = await db
    .select({
      all: sql<number>`count(*)::int`,
      for: of('for'),
      against: of('against'),
      question: of('question'),
      neutral: of('neutral'),
    })
    .from(comments)
    .where(and(eq(comments.ideaId, ideaId), eq(comments.state, 'visible')))
  return counts!
}

const sides = { for: 0, against: 1, others: 2 }

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

type Asked = { ideaId: string; order: Order; after: Place | null; most?: number }

/**
 * The next threads of an order and one more, and before them what most people found useful on each side, where the order
 * sets it apart. What may not be read is there only when something readable answers it.
 */
function rankThreads(db: Db, { ideaId, order, after }: Asked, most: number): Promise<Ranked[]> {
  const { first, second } = keys[order]
  const later = after
    ? sql`where (first, second, id) > (${after.first}::float8, ${after.second}::float8, ${after.id}::uuid)`
    : sql``
  return db.execute<Ranked>(sql`
    with answers as (
      select parent_id, max(at) filter (where voice = 'city') as answered
      from comments where idea_id = ${ideaId} and depth = 2 and state = 'visible' group by parent_id
    ), roots as (
      select c.id, c.at, c.voice, c.state,
        coalesce(answers.answered, case when c.voice = 'city' then c.at end) as answered,
        c.useful_count + c.imported_useful_count - c.useless_count as merit,
        case c.stance when 'for' then ${sides.for}::int when 'against' then ${sides.against}::int
          else ${sides.others}::int end as side
      from comments c left join answers on answers.parent_id = c.id
      where c.idea_id = ${ideaId} and c.depth = 1 and (c.state = 'visible' or answers.parent_id is not null)
    ), best as (
      select distinct on (side) id, side from roots
      where ${order === 'balanced'}::bool and side <> ${sides.others}::int and state = 'visible' and merit > 0
      order by side, merit desc, at, id
    ), ranked as (
      select c.id, ${first} as first, ${second} as second from roots c where c.id not in (select id from best)
    ), shown as (
      select id, first, second from ranked ${later}
      order by first, second, id limit ${most + 1}::int
    )
    select id, 0::float8 as first, 0::float8 as second, side as best from best
    union all select id, first, second, null from shown
    order by best, first, second, id`)
}
