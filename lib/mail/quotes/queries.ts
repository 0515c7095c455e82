import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { callAnnouncements, callAnswers, calls, dateAnnouncements, messages } from '../../../drizzle/schema'
import type { Db } from '../../db'

type Event = { id: string; kind: string; aboutId: string; detail: unknown }
const longest = 600

/** What was said, for letters that tell of it: read as it is when the letter leaves, and written down nowhere else. */
export async function quotesAmong(db: Db, events: Event[]): Promise<Map<string, string>> {
  const spoken = new Map<string, string>()
  for (const event of events) {
    const id = saidIn(event)
    if (id) spoken.set(event.id, id)
  }
  if (spoken.size === 0) return new Map()
  const ids = [...new Set(spoken.values())]
  const rows = [
    ...(await db
      .select({ id: messages.id, body: messages.body })
      .from(messages)
      .where(and(inArray(messages.id, ids), eq(messages.state, 'visible')))),
    ...(await db
      .select({ id: dateAnnouncements.id, body: dateAnnouncements.body })
      .from(dateAnnouncements)
      .where(inArray(dateAnnouncements.id, ids))),
    ...(await db
      .select({ id: callAnnouncements.id, body: callAnnouncements.body })
      .from(callAnnouncements)
      .where(inArray(callAnnouncements.id, ids))),
    ...(await db
      .select({ id: callAnswers.id, body: sql<string>`${calls.body} || E'\n\n' || ${calls.meeting}` })
      .from(callAnswers)
      .innerJoin(calls, eq(calls.id, callAnswers.callId))
      .where(inArray(callAnswers.id, ids))),
  ]
  const bodies = new Map(rows.map(({ id, body }) => [id, beginning(body)]))
  return new Map([...spoken].flatMap(([eventId, id]) => (bodies.has(id) ? [[eventId, bodies.get(id)!]] : [])))
}

/** The message, the announcement or the question an event tells of. */
function saidIn({ kind, aboutId, detail }: Event): string | null {
  if (['message_waiting', 'call_offered', 'call_seat_freed'].includes(kind)) return aboutId
  const isAnnounced = kind === 'date_announced' || kind === 'call_announced'
  return isAnnounced ? ((detail as { announcementId?: string }).announcementId ?? null) : null
}

function beginning(body: string): string {
  const letters = [...body]
  return letters.length <= longest ? body : `${letters.slice(0, longest).join('')}…`
}
