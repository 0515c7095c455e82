import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { conversations, exclusions } from '@/drizzle/schema'
import { block } from '@/lib/agir/conversations/blocks/commands'
import { beginConversation, markRead } from '@/lib/agir/conversations/commands'
import { BeginInput } from '@/lib/agir/conversations/input'
import { findBeginning } from '@/lib/agir/conversations/opening/queries'
import { findConversation, listConversations } from '@/lib/agir/conversations/reading/queries'
import { moveRegistration } from '@/lib/agir/registrations/commands'
import { inTenant } from '@/lib/db'
import { anActivity } from '../../support/agir'
import { aNeighbour, answer, ask, aTeam, body, idOf, refusalOf } from '../../support/conversations'
import { aPerson, aSession, marsa, paris } from '../../support/factories'
import { aDateToJoin, idIn, join, now } from '../../support/seats'

describe('a question about an activity', () => {
  test('is read and answered by whoever speaks for the organisation, and by nobody else', async () => {
    const [team, asker] = [await aTeam(), await aNeighbour()]
    const id = idOf(await ask(team.activityId, asker))
    for (const stranger of [team.member, await aPerson(paris)]) {
      expect(await findConversation(paris, id, stranger)).toBeNull()
      expect(await listConversations(paris, stranger)).toEqual([])
      expect(refusalOf(await answer(id, stranger))).toBe('not_there')
      expect(refusalOf(await block(paris, { conversationId: id, personId: stranger, now }))).toBe('not_there')
      expect(refusalOf(await markRead(paris, { conversationId: id, personId: stranger, now }))).toBe(
        'not_there',
      )
    }
    expect(await answer(id, team.speaker)).toMatchObject({ ok: true })
    const read = (await findConversation(paris, id, asker))!
    expect(read.messages.map(({ side }) => side)).toEqual(['person', 'team'])
    expect(await findConversation(paris, id, team.owner)).toMatchObject({ side: 'team', with: 'Inès T.' })
    for (const one of [asker, team.owner, team.speaker])
      expect(await listConversations(paris, one)).toMatchObject([{ id }])
    expect(await findConversation(marsa, id, asker)).toBeNull()
  })

  test('asked twice, goes on in one place, even at once; the team has nobody to ask', async () => {
    const [team, asker] = [await aTeam(), await aNeighbour()]
    const asked = await Promise.all([1, 2, 3].map(() => ask(team.activityId, asker)))
    expect(new Set(asked.map(idOf)).size).toBe(1)
    expect(refusalOf(await ask(team.activityId, team.owner))).toBe('own_team')
    const begun = { kind: 'question', aboutId: team.activityId } as const
    expect(await findBeginning(paris, { ...begun, personId: asker })).toMatchObject({
      existingId: idOf(asked[0]!),
    })
    expect(await findBeginning(marsa, { ...begun, personId: asker })).toBeNull()
  })

  test('is asked of nobody where nobody organises, and not of what is not public', async () => {
    const asker = await aNeighbour()
    const { id: imported } = await anActivity(paris)
    expect(refusalOf(await ask(imported, asker))).toBe('nobody')
    const { id: draft } = await anActivity(paris, {
      publication: 'unpublished',
      organiserId: await aPerson(paris),
    })
    expect(refusalOf(await ask(draft, asker))).toBe('not_there')
    const rows = await inTenant(paris, (db) =>
      db.select().from(conversations).where(eq(conversations.personId, asker)),
    )
    expect(rows).toEqual([])
  })

  test('neither side ever reads an address, a family name or a link from a new account', async () => {
    const team = await aTeam()
    const asker = await aNeighbour({ email: `ines.${crypto.randomUUID()}@exemple.fr`, joinedAt: new Date() })
    expect(refusalOf(await ask(team.activityId, asker, 'Tout est sur https://exemple.fr'))).toBe(
      'no_links_yet',
    )
    const id = idOf(await ask(team.activityId, asker))
    const seen = JSON.stringify([
      await findConversation(paris, id, team.owner),
      await listConversations(paris, team.owner),
    ])
    expect(seen).not.toContain('exemple.fr')
  })

  test.each([
    ['', 'body'],
    ['a', 'body'],
    ['a'.repeat(2001), 'body'],
    ['Bon\u0007jour', 'body'],
    ['Bon\u202ejour', 'body'],
  ])('%j is not a message', (text) => {
    const form = { kind: 'question', aboutId: crypto.randomUUID(), body: text }
    expect(BeginInput.safeParse(form).success).toBe(false)
  })
})

describe('a place on a date', () => {
  async function aPlace(rules = {}, detail = {}) {
    const organiser = await aPerson(paris)
    const place = await aDateToJoin({}, { organiserId: organiser, registration: 'approval', ...rules })
    const who = await aSession(paris, await aNeighbour(detail))
    return { organiser, personId: who.personId, aboutId: idIn(await join(place, who)), ...place }
  }
  const begin = (aboutId: string, personId: string) =>
    beginConversation(paris, { kind: 'registration', aboutId, body, personId, now })

  test('either side may write first; a family name is shown once they agreed to meet', async () => {
    const { organiser, personId, aboutId } = await aPlace()
    const id = idOf(await begin(aboutId, organiser))
    expect(idOf(await begin(aboutId, personId))).toBe(id)
    expect(await findConversation(paris, id, organiser)).toMatchObject({ with: 'Inès T.' })
    await inTenant(paris, (db) =>
      moveRegistration(db, { registrationId: aboutId, act: 'approve', by: 'organiser', now }),
    )
    expect(await findConversation(paris, id, organiser)).toMatchObject({ with: 'Inès de La Tour' })
    expect(refusalOf(await begin(aboutId, await aPerson(paris)))).toBe('not_there')
  })

  test('whoever organises never writes first to somebody under age, and answers once they have', async () => {
    const { organiser, personId, aboutId } = await aPlace({}, { birthYear: new Date().getUTCFullYear() - 16 })
    expect(refusalOf(await begin(aboutId, organiser))).toBe('minor_first')
    expect(await findBeginning(paris, { kind: 'registration', aboutId, personId: organiser })).toMatchObject({
      isQuiet: true,
      existingId: null,
    })
    const id = idOf(await begin(aboutId, personId))
    expect(await answer(id, organiser)).toMatchObject({ ok: true })
  })

  test('whoever is not wanted any more reads what was said, and neither side writes', async () => {
    const { organiser, personId, aboutId, activityId } = await aPlace()
    const id = idOf(await begin(aboutId, personId))
    await inTenant(paris, (db) =>
      db.insert(exclusions).values({ activityId, personId, byId: organiser, at: now }),
    )
    for (const one of [personId, organiser]) {
      expect(refusalOf(await answer(id, one))).toBe('closed')
      expect(await findConversation(paris, id, one)).toMatchObject({ isClosed: true, isBlockedByOwn: false })
    }
  })
})

describe('belonging to an organisation', () => {
  test('its team and a member write to each other; a stranger’s membership is nobody’s to write about', async () => {
    const team = await aTeam()
    const about = { kind: 'membership', aboutId: team.membership, body, now } as const
    const id = idOf(await beginConversation(paris, { ...about, personId: team.member }))
    expect(idOf(await beginConversation(paris, { ...about, personId: team.speaker }))).toBe(id)
    const stranger = await beginConversation(paris, { ...about, personId: await aPerson(paris) })
    expect(refusalOf(stranger)).toBe('not_there')
  })
})
