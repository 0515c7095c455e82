import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ideas, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { addAddendum, editIdea, pullBack, relaunchIdea, withdrawIdea } from '@/lib/ideas/authoring/commands'
import { findOwnIdea } from '@/lib/ideas/authoring/queries'
import { findDraft } from '@/lib/ideas/deposit/queries'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { aPerson } from '../support/factories'
import { goes } from '../support/histories'
import { aWholeDraft, belleville, ines, yes } from '../support/deposits'

const now = new Date()

const day = 86_400_000

async function sent(person?: Awaited<ReturnType<typeof ines>>) {
  const author = person ?? (await ines())
  const ideaId = await aWholeDraft({ personId: author.id, draftKey: null })
  await submitIdea(belleville, { ideaId, person: author, draftKey: null, answers: yes, now })
  return { ideaId, personId: author.id, now }
}

async function published() {
  const idea = await sent()
  await publishIdea(belleville, { ideaId: idea.ideaId, byId: await moderator(), now })
  return idea
}

const moderator = () => aPerson(belleville, { role: 'moderator', name: 'Omar Benali' })

const change = (ideaId: string, to: Partial<typeof ideas.$inferInsert>) =>
  inTenant(belleville, (db) => db.update(ideas).set(to).where(eq(ideas.id, ideaId)))

const kindsOf = async (ideaId: string) => {
  const rows = await inTenant(belleville, (db) =>
    db
      .select({ kind: journal.kind, visibility: journal.visibility })
      .from(journal)
      .where(eq(journal.aboutId, ideaId)),
  )
  return rows.map(({ kind, visibility }) => `${kind} ${visibility}`).sort()
}

describe('an author', () => {
  test('takes back what nobody has treated, and not after the hours the rules give', async () => {
    const [soon, late] = [await sent(), await sent()]
    expect(await pullBack(belleville, soon)).toMatchObject({ ok: true })
    expect(
      await findDraft(belleville, soon.ideaId, { personId: soon.personId, draftKey: null }),
    ).not.toBeNull()
    await change(late.ideaId, { pullBackUntil: new Date(now.getTime() - 1000) })
    expect(await pullBack(belleville, late)).toEqual({ ok: false, refusal: 'too_late_to_pull_back' })
    expect(await pullBack(belleville, { ...late, personId: soon.personId })).toEqual({
      ok: false,
      refusal: 'not_there',
    })
  })

  test('changes the text in the hour, each version kept with its digest', async () => {
    const idea = await published()
    const text = {
      title: `Des bancs, et de l’ombre ${idea.ideaId.slice(0, 6)}`,
      body: 'Deux fois plus de bancs. '.repeat(10),
    }
    expect(await editIdea(belleville, { ...idea, ...text })).toMatchObject({ ok: true })
    expect(await editIdea(belleville, { ...idea, ...text })).toEqual({ ok: false, refusal: 'unchanged' })
    const own = await findOwnIdea(belleville, idea.ideaId, idea.personId)
    expect(own?.texts.map(({ version }) => version)).toEqual([2, 1])
    expect(new Set(own?.texts.map(({ digest }) => digest)).size).toBe(2)
    expect(await kindsOf(idea.ideaId)).toContain('text_changed public')
  })

  test.each([
    [{ editableUntil: new Date(now.getTime() - 1) }, 'window_closed'],
    [{ supportCount: 10 }, 'has_supporters'],
  ])('no longer changes it with %o, but adds to it', async (state, refusal) => {
    const idea = await published()
    const added = { ...idea, body: 'La réunion publique est fixée au 3 mars.' }
    expect(await addAddendum(belleville, added)).toEqual({ ok: false, refusal: 'not_published' })
    await change(idea.ideaId, state)
    expect(
      await editIdea(belleville, { ...idea, title: 'Un autre titre ici', body: 'b'.repeat(200) }),
    ).toEqual({ ok: false, refusal })
    expect(await addAddendum(belleville, added)).toMatchObject({ ok: true })
  })

  test('withdraws alone with nine supports; with ten, somebody else may take it over first', async () => {
    const [few, many] = [await published(), await published()]
    await change(few.ideaId, { supportCount: 9 })
    await change(many.ideaId, { supportCount: 10 })
    expect(await withdrawIdea(belleville, few)).toMatchObject({ ok: true })
    expect(await withdrawIdea(belleville, many)).toMatchObject({ ok: true })
    expect(await findOwnIdea(belleville, many.ideaId, many.personId)).toMatchObject({
      publication: 'published',
      adoptionUntil: expect.any(Date),
    })
    expect(await findOwnIdea(belleville, few.ideaId, few.personId)).toMatchObject({
      publication: 'withdrawn',
      collection: 'closed',
    })
  })

  test('tries again what ran out, once, after the months of its rules, and with something new', async () => {
    const idea = await published()
    expect(await relaunchIdea(belleville, idea)).toEqual({ ok: false, refusal: 'not_expired' })
    await goes(belleville, idea.ideaId, 'expire', { expiredAt: new Date(now.getTime() - 50 * day) })
    expect(await relaunchIdea(belleville, idea)).toEqual({ ok: false, refusal: 'relaunch_too_early' })
    await change(idea.ideaId, { expiredAt: new Date(now.getTime() - 70 * day) })
    const again = await relaunchIdea(belleville, idea)
    if (!again.ok) throw new Error(again.refusal)
    expect(await relaunchIdea(belleville, idea)).toEqual({ ok: false, refusal: 'already_relaunched' })

    await change(again.value.id, { similarSeen: [] })
    const person = { id: idea.personId, assurance: 'A2', birthYear: 1990, residence: 'lives' } as const
    const send = () =>
      submitIdea(belleville, { ideaId: again.value.id, person, draftKey: null, answers: yes, now })
    expect(await send()).toEqual({ ok: false, refusal: 'unchanged_relaunch' })
    await change(again.value.id, {
      body: 'La gare a rouvert depuis : il y a plus de monde encore. '.repeat(4),
    })
    expect(await send()).toMatchObject({ ok: true })
    await publishIdea(belleville, { ideaId: again.value.id, byId: await moderator(), now })
    expect(await kindsOf(idea.ideaId)).toContain('relaunched public')
  })
})
