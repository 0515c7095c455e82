import { sql } from 'drizzle-orm'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { readOrder, writeOrder } from '@/lib/comments/reading/input'
import { readDiscussion } from '@/lib/comments/reading/queries'
import { type Order, orders } from '@/lib/comments/reading/rules'
import { shippedCities } from '@/tenants/shipped'
import { percentile, rounded } from './figures'
import { ask } from './load'
import { type RunningServer, withServer } from './server'

/** The page of an idea under which three thousand comments were written, rendered each time, and the pages after it. */
export default () => withServer(measure)

const city = shippedCities[0]!
const host = 'decider.paris.localhost'
const said = 3000

async function* measure({ port }: RunningServer) {
  const { id, slug } = await fill()
  const page = (path: string) => ask({ port, path, headers: { host: `${host}:${port}` } })
  const open = async (path: string) => {
    const began = performance.now()
    const { status, body } = await page(path)
    return { took: performance.now() - began, isWhole: status === 200 && body.includes('discussion') }
  }
  // Each address is a page of its own to the cache: none of these has been asked for before.
  const firsts = [...Array(60).keys()].map((at) => `/idees/${slug}?page=${at + 2}`)
  const warm = firsts.splice(0, 20)
  for (const path of warm) await open(path)
  const shown = await inTurn(firsts, open)
  yield figure(
    'thread',
    shown.map(({ took }) => took),
    60,
    { allOk: shown.every(({ isWhole }) => isWhole) },
  )

  const names = Object.keys(orders) as Order[]
  const pages: number[] = []
  let seen = 0
  for (const order of names) {
    for (let after = readOrder({}).after, more = true; more && pages.length < 400;) {
      const began = performance.now()
      const read = await readDiscussion(city, { ideaId: id, order, after })
      pages.push(performance.now() - began)
      seen += read.threads.length
      after = readOrder(query(writeOrder(order, read.next))).after
      more = after !== null
    }
  }
  yield figure('thread database', pages, 60, { readFar: seen > 3000 })
}

const query = (address: string) => Object.fromEntries(new URLSearchParams(address))

async function inTurn<Done>(paths: string[], open: (path: string) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = []
  for (const path of paths) done.push(await open(path))
  return done
}

function figure(name: string, taken: number[], limit: number, checks: Record<string, boolean>) {
  const sorted = taken.toSorted((one, other) => one - other)
  const p50 = percentile(sorted, 0.5)
  return {
    name,
    value: rounded(p50),
    unit: 'ms',
    p50_ms: rounded(p50),
    p95_ms: rounded(percentile(sorted, 0.95)),
    comments: said,
    checks: { ...checks, [`p50Under${limit}`]: p50 < limit },
  }
}

/** Two thousand threads and a thousand answers under one idea of the demo. */
async function fill(): Promise<{ id: string; slug: string }> {
  const idea = await inTenant(city, async (db) => {
    const [one] = await db.execute<{ id: string; slug: string }>(sql`
      select id, slug from ideas where publication = 'published' and collection = 'open' order by id limit 1`)
    await db.execute(sql`
      with root as (
        insert into comments (idea_id, stance, body, locale, author_id, at, editable_until, useful_count, useless_count)
        select ${one!.id}::uuid, (array['for', 'against', 'question', 'neutral'])[1 + n % 4],
          repeat('Il y fait trop chaud en été et la place manque d’ombre. ', 1 + n % 9), 'fr',
          (select id from people order by id limit 1), now() - n * interval '1 minute', now(), n * 7919 % 41, n % 5
        from generate_series(1, 2000) n returning id, at
      )
      insert into comments (idea_id, parent_id, parent_depth, depth, body, locale, author_id, at, editable_until)
      select ${one!.id}::uuid, id, 1, 2, 'Je vois les choses autrement, et voici pourquoi.', 'fr',
        (select id from people order by id limit 1), at + interval '1 second', now()
      from (select *, row_number() over (order by at) as n from root) ranked where n % 2 = 0`)
    return one!
  })
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  await owner`vacuum analyze comments`
  await owner.end()
  return idea
}
