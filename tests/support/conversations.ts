import { randomUUID } from 'node:crypto'
import { conversations, messages } from '@/drizzle/schema'
import type { Side } from '@/lib/agir/conversations/rules'
import { beginConversation, writeMessage } from '@/lib/agir/conversations/commands'
import { inTenant } from '@/lib/db'
import { aMember, anActivity, anOrganisation } from './agir'
import { aPerson, paris } from './factories'
import { now } from './seats'

type Detail = {
  personId: string
  activityId: string
  side?: Side
  body?: string
  authorId?: string
  at?: Date
}

/** A question somebody asked about an activity. */
export async function aConversation(city: { id: string }, { personId, activityId, ...said }: Detail) {
  const [conversation, message] = [randomUUID(), randomUUID()]
  const {
    side = 'person',
    body = 'Faut-il venir avec ses gants ?',
    authorId = personId,
    at = new Date(),
  } = said
  await inTenant(city, async (db) => {
    const row = {
      id: conversation,
      kind: 'question' as const,
      personId,
      activityId,
      openedAt: at,
      lastAt: at,
    }
    await db.insert(conversations).values(row)
    await db.insert(messages).values({ id: message, conversationId: conversation, side, authorId, body, at })
  })
  return { conversation, message }
}

export const body = 'Bonjour, faut-il venir avec ses propres gants ?'
const aMomentLater = new Date(now.getTime() + 1000)
const longAgo = new Date('2026-01-01T10:00:00Z')
export const aNeighbour = (detail = {}) =>
  aPerson(paris, { name: 'Inès de La Tour', joinedAt: longAgo, ...detail })

/** An activity of an organisation for which two people speak, and to which one only belongs. */
export async function aTeam() {
  const { id: organisationId } = await anOrganisation(paris)
  const [owner, speaker, member] = [await aPerson(paris), await aPerson(paris), await aPerson(paris)]
  await aMember(paris, organisationId, owner)
  await aMember(paris, organisationId, speaker, { role: 'coordinator' })
  const membership = await aMember(paris, organisationId, member, { role: 'member' })
  const { id: activityId } = await anActivity(paris, { organisationId })
  return { organisationId, activityId, owner, speaker, member, membership }
}

export const ask = (activityId: string, personId: string, text = body) =>
  beginConversation(paris, { kind: 'question', aboutId: activityId, body: text, personId, now })
export const answer = (conversationId: string, personId: string, text = 'Nous en prêtons.') =>
  writeMessage(paris, { conversationId, body: text, personId, now: aMomentLater })
export const idOf = (outcome: Awaited<ReturnType<typeof ask>>) =>
  outcome.ok ? outcome.value.id : outcome.refusal
export const refusalOf = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal
