import 'server-only'
import postgres from 'postgres'
import type { CountedRow, SeatedRow } from './counting-row'

/** How many batches of supports the process may have under way at once, all cities together. */
export const countingLanes = Number(process.env.COUNTING_LANES ?? 4)

function open() {
  return postgres(process.env.APP_DATABASE_URL ?? '', {
    max: countingLanes,
    connection: { application_name: 'parvis counting', statement_timeout: 8000, lock_timeout: 8000 },
    connect_timeout: 2,
    backoff: () => 0.25,
    onnotice: () => {},
  })
}

// Next and the server around it each bundle this file; there must still be one set of lanes in the process.
const key = Symbol.for('parvis.counting')
const shared = globalThis as { [key]?: ReturnType<typeof open> }

/** One column of a batch for each thing a request says; the same length all of them. */
export type Batch = {
  ideas: string[]
  sessions: string[]
  people: string[]
  voters: string[]
  limiters: string[]
  gives: boolean[]
  /** The key of the same person on paper, where it was asked for; `null` before, `-` for who cannot have signed. */
  aliases: string[]
}

/**
 * The one call that does not go through `inTenant`: a single statement is a whole transaction, so that the count of a
 * popular idea is locked for as short as Postgres can make it. The function enters the city first, by the same
 * `app.enter_tenant` as everything else, and reads and writes under the same row-level security.
 */
export async function countTogether(tenant: { id: string }, batch: Batch): Promise<CountedRow[]> {
  const client = (shared[key] ??= open())
  return client<CountedRow[]>`
    select verdict, needs, counted, support_count as "supportCount", threshold, reached, retry_after as "retryAfter"
    from app.count_supports(
      ${tenant.id}, ${list(batch.ideas)}::text::uuid[], ${list(batch.sessions)}::text::uuid[],
      ${list(batch.people)}::text::uuid[], ${list(batch.voters)}::text::text[], ${list(batch.limiters)}::text::text[],
      ${list(batch.gives)}::text::bool[], ${list(batch.aliases)}::text::text[])
    order by place`
}

/** What is asked of the seats of a city's dates: the fields are those app.register reads. */
export type SeatRequest = {
  date: string
  position?: string
  session?: string
  person?: string
  guest?: string
  sealed?: string
  locale?: string
  party: number
  request: string
  note?: string
  born?: number
  guardian?: string
  anyway?: boolean
}

/** The same for registrations: whoever asks at once for seats of one date is judged in one transaction, under its lock. */
export async function seatTogether(
  tenant: { id: string },
  asked: SeatRequest[],
  now: Date,
): Promise<SeatedRow[]> {
  const client = (shared[key] ??= open())
  return client<SeatedRow[]>`
    select place, verdict, registration, state
    from app.register(${tenant.id}, ${JSON.stringify(asked)}::text::jsonb, ${now.toISOString()}::timestamptz)
    order by place`
}

/** Identifiers, hashes and truth values only: nothing in them needs quoting. */
function list(values: (string | boolean)[]): string {
  return `{${values.join(',')}}`
}

export async function closeCounting(): Promise<void> {
  await shared[key]?.end({ timeout: 5 })
  delete shared[key]
}
