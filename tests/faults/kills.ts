import { and, eq, sql } from 'drizzle-orm'
import { setTimeout as pause } from 'node:timers/promises'
import { ideas, supports } from '@/drizzle/schema'
import { closeDatabase, inTenant } from '@/lib/db'
import { openDatabase } from '@/lib/server/start/database'
import { readEnvironment } from '@/lib/server/start/environment'
import { startEmbedded } from '@/lib/server/postgres/embedded'
import { type HostSite, listTenants, refreshRegistry, siteForHost } from '@/lib/tenancy/registry'
import { signedInCrowd } from '../bench/crowd'
import { aFolder, Product, removeFolders } from '../support/product'
import { giveSupport, type Ledger, writeUntilCut } from './ledger'

const perRound = 600
const writers = 20

export type Endured = { rounds: number; acknowledged: number; unknown: number; faults: string[] }
type Scene = { site: HostSite; ideaId: string; variables: Record<string, string> }

/**
 * Kills the web process with signal 9 while supports pour in, so many times, and compares after each time what was
 * acknowledged with what is there. Postgres keeps its usual durability.
 */
export async function endureKills(rounds: number, tell: (line: string) => void = () => {}): Promise<Endured> {
  const folder = await aFolder()
  const postgres = await startEmbedded(folder)
  const variables = { DATABASE_URL: postgres.superuserUrl, DATA_DIR: folder, PARVIS_DEMO: '1' }
  try {
    await openDatabase(readEnvironment(variables))
    const first = await Product.start({ variables })
    await first.ready()
    return await endure(first, await aScene(variables), rounds, tell)
  } finally {
    await closeDatabase()
    await postgres.stop()
    await removeFolders()
  }
}

async function endure(
  first: Product,
  scene: Scene,
  rounds: number,
  tell: (line: string) => void,
): Promise<Endured> {
  const endured: Endured = { rounds, acknowledged: 0, unknown: 0, faults: [] }
  const before = await tallyOf(scene)
  let product = first
  for (let round = 1; round <= rounds; round++) {
    const crowd = await signedInCrowd(scene.site, perRound)
    const way = { port: product.port, site: scene.site, path: `/api/v1/ideas/${scene.ideaId}/support` }
    const writing = writeUntilCut(way, crowd, writers)
    await pause(40 + Math.random() * 400)
    product.child.kill('SIGKILL')
    const ledger = await writing
    await product.ended
    endured.faults.push(...(await wrongAfterCut(scene, before, endured, ledger)))
    endured.unknown += ledger.unknown.length
    product = await Product.start({ variables: scene.variables })
    await product.ready()
    const again = { ...way, port: product.port }
    for (const cookie of ledger.unknown) {
      if ((await giveSupport(again, cookie)) !== 200)
        endured.faults.push(`round ${round}: a repeated call was not acknowledged`)
    }
    endured.acknowledged += ledger.acknowledged.length + ledger.unknown.length
    endured.faults.push(
      ...(await wrongAfterRepeats(scene, before, endured)).map((fault) => `round ${round}: ${fault}`),
    )
    if (round % 10 === 0)
      tell(`${round} rounds, ${endured.acknowledged} acknowledged, ${endured.faults.length} faults`)
  }
  await product.stop()
  return endured
}

/** Before anything is repeated: all that was acknowledged is there, and nothing that was never sent. */
async function wrongAfterCut(
  scene: Scene,
  before: Tally,
  endured: Endured,
  { acknowledged, unknown }: Ledger,
) {
  const { rows, counter } = await settledTally(scene)
  const least = before.rows + endured.acknowledged + acknowledged.length
  const faults: string[] = []
  if (rows < least) faults.push(`${least - rows} acknowledged supports are lost`)
  if (rows > least + unknown.length) faults.push(`${rows - least - unknown.length} supports nobody gave`)
  if (counter !== before.counter + rows - before.rows)
    faults.push(`the counter says ${counter}, the rows ${rows}`)
  return faults
}

/** After the repeats everyone who gave a support has one, and one only. */
async function wrongAfterRepeats(scene: Scene, before: Tally, { acknowledged }: Endured): Promise<string[]> {
  const { rows, counter } = await tallyOf(scene)
  const right = rows === before.rows + acknowledged && counter === before.counter + acknowledged
  return right
    ? []
    : [`${acknowledged} people, ${rows - before.rows} rows, counter ${counter - before.counter}`]
}

type Tally = { rows: number; counter: number }

function tallyOf({ site, ideaId }: Scene): Promise<Tally> {
  return inTenant(site.tenant, async (db) => {
    const counted = and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted'))
    const [idea] = await db.select({ counter: ideas.supportCount }).from(ideas).where(eq(ideas.id, ideaId))
    return { rows: await db.$count(supports, counted), counter: idea!.counter }
  })
}

/** What the killed process had sent is still being done by Postgres for a moment. */
async function settledTally(scene: Scene): Promise<Tally> {
  let last = await tallyOf(scene)
  for (;;) {
    await pause(60)
    const next = await tallyOf(scene)
    if (next.rows === last.rows && next.counter === last.counter) return next
    last = next
  }
}

/** An idea of the demo that collects, in the first city there is. */
async function aScene(variables: Record<string, string>): Promise<Scene> {
  await refreshRegistry()
  const [tenant] = await listTenants()
  const { shared, decider } = tenant!.hosts
  const site = await siteForHost(decider ?? shared ?? null)
  const [idea] = await inTenant(tenant!, (db) =>
    db
      .select({ id: ideas.id })
      .from(ideas)
      .where(
        and(
          eq(ideas.publication, 'published'),
          eq(ideas.collection, 'open'),
          sql`deadline_at > now() + interval '1 day'`,
        ),
      )
      .limit(1),
  )
  return { site: site!, ideaId: idea!.id, variables }
}
