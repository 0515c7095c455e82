import 'server-only'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Db } from '../db'
import { afterCommit } from '../db/after-commit'
import { refreshRegistry } from './registry'

/** What changed in a city: its settings, its ideas or one of them, what there is to join. */
export type Tag = 'settings' | 'ideas' | `idea:${string}` | 'activities'

type Hearer = (city: string | null, tag: string) => void
type Shared = {
  hearers: Set<Hearer>
  versions: Map<string, number>
  every: number
  counts: Map<string, number>
  tellCounts?: (city: string) => void
}

// Next and the server around it each bundle this file; a change told in one must reach the other.
const key = Symbol.for('parvis.freshness')
const shared = globalThis as { [key]?: Shared }
const memory = (): Shared =>
  (shared[key] ??= {
    hearers: new Set(),
    versions: new Map(),
    every: 0,
    counts: new Map(),
  })

const channel = 'parvis_changed'

/**
 * Said inside the transaction that changes something public: every process hears of it once it is committed. This one
 * knows at once, so that who changed it meets it on the very next page; settings it has to read again first.
 */
export async function changed(db: Db, tag: Tag): Promise<void> {
  if (tag !== 'settings') afterCommit(db, (city) => publishTag(city, tag))
  await db.execute(sql`select pg_notify(${channel}, current_setting('app.tenant') || ' ' || ${tag}::text)`)
}

/** Empties what this process keeps of a city under a tag; null stands for every city. */
export function publishTag(city: string | null, tag: string): void {
  const known = memory()
  if (city === null) known.every++
  else known.versions.set(city, (known.versions.get(city) ?? 0) + 1)
  for (const hear of known.hearers) hear(city, tag)
}

/** Supports were counted: pages that show a number are out of date, though not wrong enough to be emptied. */
export function countsMoved(city: string): void {
  noteCounts(city)
  memory().tellCounts?.(city)
}

const noteCounts = (city: string) => {
  const { counts } = memory()
  counts.set(city, (counts.get(city) ?? 0) + 1)
}

export const changes = {
  listen: (hear: Hearer) => memory().hearers.add(hear),
  /** Grows with every change of a city: a page begun under an older number is already out of date. */
  version: (city: string) => (memory().versions.get(city) ?? 0) + memory().every,
  /** Grows with every change and every count: a page rendered under the same number would be rendered alike. */
  movement: (city: string) => changes.version(city) + (memory().counts.get(city) ?? 0),
}

/**
 * Hears from Postgres what any process changed, for as long as this one lives, on a connection of its own. After a break
 * anything may have happened: everything is read again.
 */
export async function hearChanges(): Promise<{ stop: () => Promise<void> }> {
  const client = postgres(process.env.DIRECT_DATABASE_URL ?? process.env.APP_DATABASE_URL ?? '', {
    max: 1,
    idle_timeout: 0,
    connection: { application_name: 'parvis listening' },
    onnotice: () => {},
  })
  const hear = gathered()
  await client.listen(channel, hear, () => hear('* settings'))
  memory().tellCounts = nowAndThen((city) => void client.notify(channel, `${city} counts`).catch(() => {}))
  return { stop: () => client.end({ timeout: 1 }) }
}

const countsEvery = 500

/** In a crowd counts move hundreds of times a second; the other processes are told of it twice. */
function nowAndThen(tell: (city: string) => void): (city: string) => void {
  const waiting = new Set<string>()
  return (city) => {
    if (waiting.has(city)) return
    waiting.add(city)
    setTimeout(() => (waiting.delete(city), tell(city)), countsEvery).unref()
  }
}

/** Many changes at once, as when a thousand cities join, are read once. */
function gathered(): (said: string) => void {
  const waiting = new Map<string, Set<string>>()
  let timer: NodeJS.Timeout | undefined

  return (said) => {
    const [city = '', tag = ''] = said.split(' ')
    waiting.set(city, (waiting.get(city) ?? new Set()).add(tag))
    timer ??= setTimeout(() => void tell(), 10)
  }

  async function tell() {
    timer = undefined
    const said = [...waiting]
    waiting.clear()
    if (said.some(([, tags]) => tags.has('settings'))) await refreshRegistry().catch(() => {})
    for (const [city, tags] of said) {
      if (tags.delete('counts')) noteCounts(city)
      for (const tag of tags) publishTag(city === '*' ? null : city, tag)
    }
  }
}
