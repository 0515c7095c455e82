import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { parseArgs } from 'node:util'
import { CannotStart, runCommand } from '../server/start/cannot-start'
import { withDatabase } from '../server/start/database'
import { readEnvironment } from '../server/start/environment'
import { findTenant, siteForHost } from '../tenancy/registry'
import { gatherCrowd, sendCrowdHome } from './replay/crowd'
import { type Played, play } from './replay/play'
import { isAnswering } from './replay/requests'
import { givesIn, movesOf, readSeries } from './replay/series'
import { compare, findIdea, tallyOf } from './replay/tally'

const usage = `npm run replay -- --tenant <city> --idea <id or slug> --series <file> --speed <n> [--limit n]

Plays the growth of a real petition against the product running on PORT, with people made up for it,
each signed in. --speed 3600 plays an hour of the series in a second. --limit: at most so many supports
(5,000 if it is not said). At the end, what was acknowledged, the rows, the counter and the crossings
are compared; exit code 1 if they differ.`

await runCommand(async () => {
  const { tenant, idea, series, speed, limit } = readArguments()
  const environment = readEnvironment(process.env)
  if (!environment.demo) throw new CannotStart('A replay makes people up: it only runs in a demo.')
  const { observations, leftOut } = readSeries(read(series))
  if (observations.length < 2)
    throw new CannotStart(`${series} holds no series: a time and a count a line are needed.`)
  if (leftOut > 0) console.log(`${leftOut} lines without a time or a count are left out.`)
  process.env.PORT = String(environment.PORT)
  await withDatabase(environment, () => replay({ city: tenant, name: idea, observations, speed, limit }))
})

type Replay = {
  city: string
  name: string
  observations: { at: number; count: number }[]
  speed: number
  limit: number
}

async function replay({ city, name, observations, speed, limit }: Replay): Promise<void> {
  const tenant = await findTenant(city)
  if (!tenant) throw new CannotStart(`${city} is not a city of this registry.`)
  const site = (await siteForHost(tenant.hosts.shared ?? tenant.hosts.decider ?? null))!
  const port = Number(process.env.PORT)
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const way = { port, host: new URL(site.origin).host, origin: site.origin, agent }
  if (!(await isAnswering(way)))
    throw new CannotStart(`Nothing answers on port ${port}: start the product first.`)
  const idea = await findIdea(tenant, name)
  if (!idea) throw new CannotStart(`${city} has no idea ${name}.`)
  if (!idea.isOpen)
    throw new CannotStart(`« ${idea.title} » takes no supports any more (${idea.collection}).`)

  const size = givesIn(observations, limit)
  console.log(`« ${idea.title} »: ${size} people are being signed in …`)
  const crowd = await gatherCrowd(tenant, site.sessionEpoch, size, new Date())
  const before = await tallyOf(tenant, idea.id)
  const beginning = observations[0]!.at
  const started = performance.now()
  const moves = movesOf(observations, limit)
  const played = await play({ way, ideaId: idea.id, moves, crowd, beginning, speed, tell })
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  tell(played)
  await sendCrowdHome(tenant, crowd, new Date())
  conclude(played, seconds, compare(idea, before, await tallyOf(tenant, idea.id), played))
}

function tell({ now, given, takenBack, last }: Played) {
  const when = new Date(now).toISOString().slice(0, 16).replace('T', ' ')
  const counter = last ? `, counter ${last.count} of ${last.threshold}${last.reached ? ', reached' : ''}` : ''
  console.log(`${when}  ${given} given, ${takenBack} taken back${counter}`)
}

function conclude(
  { given, takenBack, refused }: Played,
  seconds: number,
  lines: ReturnType<typeof compare>,
): void {
  const pace = Math.round((given + takenBack) / Math.max(seconds, 0.001))
  console.log(
    `\n${given + takenBack} requests acknowledged in ${seconds.toFixed(1)} s (${pace} a second), ${refused.length} refused.`,
  )
  for (const why of new Set(refused)) console.log(`  ${why}`)
  for (const { what, found, expected, holds } of lines)
    console.log(
      `${holds ? 'same     ' : 'DIFFERENT'}  ${what}: ${found}${holds ? '' : `, ${expected} expected`}`,
    )
  if (lines.some(({ holds }) => !holds) || refused.length > 0)
    throw new CannotStart('The figures do not agree.')
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CannotStart(`${file} cannot be read.`)
  }
}

function readArguments() {
  const options = { tenant: text(), idea: text(), series: text(), speed: text(), limit: text() } as const
  try {
    const { tenant, idea, series, speed, limit = '5000' } = parseArgs({ options }).values
    const [pace, most] = [Number(speed), Number(limit)]
    if (tenant && idea && series && pace > 0 && Number.isFinite(pace) && Number.isInteger(most) && most > 0)
      return { tenant, idea, series, speed: pace, limit: most }
  } catch {
    // An option that does not exist: the usage says which do.
  }
  throw new CannotStart(usage)

  function text() {
    return { type: 'string' as const }
  }
}
