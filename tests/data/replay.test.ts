import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ideas } from '@/drizzle/schema'
import { gatherCrowd, sendCrowdHome } from '@/lib/cli/replay/crowd'
import { play } from '@/lib/cli/replay/play'
import { askSupport, isAnswering, type Way } from '@/lib/cli/replay/requests'
import { givesIn, movesOf, readSeries } from '@/lib/cli/replay/series'
import { compare, findIdea, tallyOf } from '@/lib/cli/replay/tally'
import { inTenant } from '@/lib/db'
import { openSupportDesk } from '@/lib/server/front/support-desk'
import { publicOrigin } from '@/lib/tenancy/origin'
import { siteForHost } from '@/lib/tenancy/registry'
import { belleville } from '@/tenants/belleville'
import { anIdea } from '../support/factories'
import { openFront } from '../support/front'

const host = belleville.hosts.shared!
let front: Awaited<ReturnType<typeof openFront>>
let way: Way
beforeAll(async () => {
  openSupportDesk()
  front = await openFront((_, response) => response.end())
  way = {
    port: front.port,
    host: new URL(publicOrigin(host)).host,
    origin: publicOrigin(host),
    agent: new Agent({ keepAlive: true }),
  }
})
afterAll(async () => {
  way.agent.destroy()
  await front.close()
})

async function replay(text: string, limit: number, threshold = 30) {
  const { id } = await anIdea(belleville, { threshold })
  const idea = (await findIdea(belleville, id))!
  const { observations } = readSeries(text)
  const { sessionEpoch } = (await siteForHost(host))!
  const crowd = await gatherCrowd(belleville, sessionEpoch, givesIn(observations, limit), new Date())
  const before = await tallyOf(belleville, id)
  const moves = movesOf(observations, limit)
  const beginning = observations[0]!.at
  const played = await play({ way, ideaId: id, moves, crowd, beginning, speed: 1e9, tell: () => {} })
  return { idea, crowd, before, played, lines: compare(idea, before, await tallyOf(belleville, id), played) }
}

test('a growth with a fall is played by distinct people, and four figures agree', async () => {
  const { played, lines } = await replay(
    '2020-01-01 00:00:00,0\n2020-01-02 00:00:00,60\n2020-01-03 00:00:00,55\n2020-01-04 00:00:00,70\n',
    1000,
  )
  expect(played).toMatchObject({ given: 75, takenBack: 5, refused: [], reached: true })
  expect(lines.map(({ found, holds }) => [found, holds])).toEqual([
    [70, true],
    [70, true],
    [1, true],
  ])
})

test('under the threshold there is no crossing', async () => {
  const { lines } = await replay('2020-01-01 00:00:00,0\n2020-01-02 00:00:00,12\n', 1000)
  expect(lines.at(-1)).toMatchObject({ found: 0, holds: true })
})

test('a counter that lies is found out', async () => {
  const { idea, before, played } = await replay('2020-01-01 00:00:00,0\n2020-01-02 00:00:00,12\n', 1000)
  await inTenant(belleville, (db) =>
    db
      .update(ideas)
      .set({ supportCount: sql`support_count + 1` })
      .where(eq(ideas.id, idea.id)),
  )
  const lines = compare(idea, before, await tallyOf(belleville, idea.id), played)
  expect(lines.map(({ holds }) => holds)).toEqual([true, false, true])
})

test('a crowd that was sent home is nobody any more', async () => {
  const { idea, crowd } = await replay('2020-01-01 00:00:00,0\n2020-01-02 00:00:00,2\n', 10)
  await sendCrowdHome(belleville, crowd, new Date())
  await expect(askSupport(way, idea.id, 'DELETE', crowd[0]!.cookie)).rejects.toThrow('401')
})

test('a product that is not running is found out before anything is written', async () => {
  expect(await isAnswering(way)).toBe(true)
  expect(await isAnswering({ ...way, port: 1 })).toBe(false)
})

const realData = process.env.REAL_DATA_DIR ?? '../shared/data'
const folder = join(realData, 'petitions-an', 'series')
const present = existsSync(folder)
if (!present)
  console.log(`No real series in ${realData}: set REAL_DATA_DIR to try them; series written here stand in.`)

test.runIf(present)('every real series of the National Assembly can be read and played', () => {
  for (const file of readdirSync(folder)) {
    const { observations, leftOut } = readSeries(readFileSync(join(folder, file), 'utf8'))
    expect(observations.length, file).toBeGreaterThan(20)
    expect(leftOut, file).toBeLessThan(5)
    expect([...movesOf(observations, 500)].length, file).toBeGreaterThan(10)
  }
})
