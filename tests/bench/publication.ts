import { setTimeout as pause } from 'node:timers/promises'
import { asOperator } from '@/lib/db/operator'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { listVersions } from '@/lib/tenancy/versions/queries'
import { Tenant } from '@/tenants/tenant'
import { percentile, rounded } from './figures'
import { ask } from './load'
import { beside, type RunningServer, withServer } from './server'

const host = 'decider.paris.localhost'
const paths = ['/', '/idees', '/regles']
const turns = 10
const limit = 2000

/** A city publishes, and two web processes on one database show it on pages that both had just served. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const other = await beside(server)
  const ports = [server.port, other.port]
  const taken: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const name = `Paris ${turn}`
    await Promise.all(ports.flatMap((port) => paths.map((path) => shows(port, path, name))))
    const began = performance.now()
    await publish(name)
    await Promise.all(ports.flatMap((port) => paths.map((path) => until(port, path, name))))
    taken.push(performance.now() - began)
  }
  await other.stop()
  const sorted = taken.toSorted((one, another) => one - another)
  const most = sorted.at(-1)!
  yield {
    name: 'publication',
    value: rounded(most, 0),
    unit: 'ms until every page of two processes shows it, at most',
    p50_ms: rounded(percentile(sorted, 0.5), 0),
    p95_ms: rounded(percentile(sorted, 0.95), 0),
    p99_ms: rounded(most, 0),
    publications: turns,
    checks: { under2s: most < limit },
  }
}

async function shows(port: number, path: string, name: string): Promise<boolean> {
  const { status, body } = await ask({ port, path, headers: { host: `${host}:${port}` } })
  return status === 200 && body.includes(name)
}

async function until(port: number, path: string, name: string): Promise<void> {
  for (const began = performance.now(); performance.now() - began < 10_000; await pause(20))
    if (await shows(port, path, name)) return
  throw new Error(`${path} does not show what was published`)
}

/** From the operator's side, as the command does: every process hears of it by the database alone. */
async function publish(name: string): Promise<void> {
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity({ id: 'paris' }, async (db) => {
      const last = (await listVersions(db)).at(-1)!
      const settings = Tenant.parse(last.settings)
      const tenant = {
        ...settings,
        platformNames: { ...settings.platformNames, decider: { fr: name, en: name } },
      }
      const change = {
        tenant,
        base: last.version,
        author: 'bench',
        note: null,
        reason: 'bench',
        now: new Date(),
      }
      const published = await publishSettings(db, change)
      if (!published.ok) throw new Error(published.refusal)
    }),
  )
}
