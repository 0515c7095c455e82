import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages, registrations } from '@/drizzle/schema'
import { block, unblock } from '@/lib/agir/conversations/blocks/commands'
import { beginConversation, markRead, writeMessage } from '@/lib/agir/conversations/commands'
import { listForGuardian } from '@/lib/agir/conversations/guardians/queries'
import { findConversation, listConversations } from '@/lib/agir/conversations/reading/queries'
import { linkTo } from '@/lib/agir/registrations/links/queries'
import { inTenant } from '@/lib/db'
import { anActivity } from '../../support/agir'
import { aNeighbour, answer, ask, aTeam, body, idOf, refusalOf } from '../../support/conversations'
import { aPerson, aSession, paris } from '../../support/factories'
import { aDateToJoin, idIn, join, now } from '../../support/seats'

describe('a side that wants to hear no more', () => {
  test('ends it for both, everywhere with the same organiser, in neutral words, until it is lifted', async () => {
    const [team, asker] = [await aTeam(), await aNeighbour()]
    const { id: other } = await anActivity(paris, { organisationId: team.organisationId })
    const id = idOf(await ask(team.activityId, asker))
    await block(paris, { conversationId: id, personId: asker, now })
    for (const one of [team.owner, team.speaker, asker])
      expect(refusalOf(await answer(id, one))).toBe('closed')
    expect(await findConversation(paris, id, team.owner)).toMatchObject({
      isClosed: true,
      isBlockedByOwn: false,
    })
    expect(refusalOf(await ask(other, asker))).toBe('closed')
    await unblock(paris, { conversationId: id, personId: team.owner, now })
    expect(refusalOf(await answer(id, team.owner))).toBe('closed')
    await unblock(paris, { conversationId: id, personId: asker, now })
    expect(await answer(id, team.owner)).toMatchObject({ ok: true })
  })
})

test('the list says what waits for each side, and no longer once one of the team answered', async () => {
  const [team, asker] = [await aTeam(), await aNeighbour()]
  const id = idOf(await ask(team.activityId, asker))
  const waits = async (personId: string) =>
    (await listConversations(paris, personId)).find((one) => one.id === id)?.isUnread
  expect([await waits(asker), await waits(team.owner), await waits(team.speaker)]).toEqual([
    false,
    true,
    true,
  ])
  await markRead(paris, { conversationId: id, personId: team.owner, now })
  expect([await waits(team.owner), await waits(team.speaker)]).toEqual([false, true])
  await writeMessage(paris, {
    conversationId: id,
    body,
    personId: team.owner,
    now: new Date(now.getTime() + 2000),
  })
  expect([await waits(asker), await waits(team.speaker), await waits(team.member)]).toEqual([
    true,
    false,
    undefined,
  ])
  const said = await inTenant(paris, (db) =>
    db.select().from(messages).where(eq(messages.conversationId, id)),
  )
  expect(said).toHaveLength(2)
})

test('a guardian reads what was written about the activity they answer for, with their letter and no other', async () => {
  const organiserId = await aPerson(paris)
  const place = await aDateToJoin({}, { organiserId })
  const young = await aSession(paris, await aNeighbour())
  const id = idIn(await join(place, young))
  const other = await aSession(paris, await aNeighbour())
  const elses = idIn(await join(place, other))
  for (const one of [id, elses])
    await inTenant(paris, (db) =>
      db
        .update(registrations)
        .set({ guardianSealed: 'sealed', consentedAt: now })
        .where(eq(registrations.id, one)),
    )
  const about = { kind: 'registration', aboutId: id, now } as const
  expect(refusalOf(await beginConversation(paris, { ...about, body, personId: organiserId }))).toBe(
    'minor_first',
  )
  await beginConversation(paris, { ...about, body, personId: young.personId })
  const read = (token: string) => listForGuardian(paris, token)
  expect((await read(linkTo(paris, 'guardian', id))).map((said) => said.body)).toEqual([body])
  for (const token of [
    linkTo(paris, 'guardian', elses),
    linkTo(paris, 'guest-registration', id),
    `${id}.x`,
    '',
  ])
    expect(await read(token)).toEqual([])
})
