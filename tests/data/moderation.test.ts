import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ideas, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { findOwnIdea } from '@/lib/ideas/authoring/queries'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { publishIdea, refuseIdea } from '@/lib/ideas/moderation/commands'
import { findSubmission, listWaiting } from '@/lib/ideas/moderation/queries'
import { aPerson } from '../support/factories'
import { aWholeDraft, belleville, elsewhere, ines, yes } from '../support/deposits'

const now = new Date()

const day = 86_400_000

const reason = 'Merci. Une place identique est déjà en travaux : venez la voir samedi.'

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

describe('a moderator', () => {
  test('finds the oldest duty first, and only this city’s', async () => {
    const [late, fresh] = [await sent(), await sent()]
    await change(late.ideaId, { moderationDueAt: new Date(now.getTime() - 30 * day) })
    const waiting = await listWaiting(belleville)
    expect(waiting[0]).toMatchObject({ id: late.ideaId, isLate: true })
    expect(waiting.some(({ id }) => id === fresh.ideaId)).toBe(true)
    expect((await listWaiting(elsewhere)).some(({ id }) => id === late.ideaId)).toBe(false)
    expect(await findSubmission(elsewhere, late.ideaId)).toBeNull()
  })

  test('who comes second changes nothing and learns what the first decided', async () => {
    const { ideaId } = await sent()
    const [first, second] = [await moderator(), await moderator()]
    const decisions = await Promise.all([
      publishIdea(belleville, { ideaId, byId: first, now }),
      refuseIdea(belleville, { ideaId, byId: second, now, code: 'unclear', text: reason }),
    ])
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1)
    expect(decisions.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'already_treated' })
    expect(await findSubmission(belleville, ideaId)).toMatchObject({ treatedBy: 'Omar Benali' })
  })

  test('edge 62: never judges their own text, nor does Postgres let them', async () => {
    const author = await ines()
    const { ideaId } = await sent(author)
    const own = { ideaId, byId: author.id, now }
    expect(await publishIdea(belleville, own)).toEqual({ ok: false, refusal: 'own_idea' })
    await expect(change(ideaId, { treatedById: author.id })).rejects.toThrow()
  })

  test('gives a public reason, unless saying it would repeat the harm', async () => {
    const [plain, hurtful] = [await sent(), await sent()]
    const byId = await moderator()
    await refuseIdea(belleville, { ideaId: plain.ideaId, byId, now, code: 'duplicate', text: reason })
    const article = { groundText: 'article 29, loi du 29 juillet 1881' }
    await refuseIdea(belleville, {
      ...{ ideaId: hurtful.ideaId, byId, now, code: 'defamatory', text: reason },
      ...article,
    })
    expect(await kindsOf(plain.ideaId)).toContain('refused public')
    expect(await kindsOf(hurtful.ideaId)).toContain('refused internal')
    expect(await findOwnIdea(belleville, plain.ideaId, plain.personId)).toMatchObject({ refusalText: reason })
  })

  test('cannot refuse without saying why, not even past the form', async () => {
    const { ideaId } = await sent()
    const short = { ideaId, byId: await moderator(), now, code: 'other' as const, text: reason }
    expect(await refuseIdea(belleville, short)).toEqual({ ok: false, refusal: 'reason_too_short' })
    await expect(change(ideaId, { publication: 'refused' })).rejects.toThrow()
  })

  test('finds no draft, whoever’s it is', async () => {
    const author = await ines()
    const ideaId = await aWholeDraft({ personId: author.id, draftKey: null })
    expect(await findSubmission(belleville, ideaId)).toBeNull()
    expect(await publishIdea(belleville, { ideaId, byId: await moderator(), now })).toEqual({
      ok: false,
      refusal: 'pulled_back',
    })
  })
})

describe('Postgres refuses what the table of changes does not know', () => {
  test.each([
    ['collecting before it is published', { publication: 'submitted', collection: 'open' }],
    ['studied before it is reached', { examination: 'study' }],
    [
      'carried out without a favourable opinion',
      { collection: 'certified', examination: 'opinion_unfavourable', delivery: 'planned' },
    ],
    ['published under no rules', { ruleVersion: null }],
    ['published without an address', { slug: null }],
  ] as const)('%s', async (_what, state) => {
    const { ideaId } = await published()
    await expect(change(ideaId, state)).rejects.toThrow()
  })

  test('and a text once published is never written over', async () => {
    const { ideaId } = await published()
    const forge = inTenant(belleville, (db) =>
      db.execute(sql`update idea_texts set body = 'x' where idea_id = ${ideaId}`),
    )
    await expect(forge).rejects.toThrow()
  })
})
