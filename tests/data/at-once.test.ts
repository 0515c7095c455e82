import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import {
  appeals,
  carriers,
  commentVotes,
  comments,
  follows,
  invalidations,
  journal,
  reports,
  tasks,
} from '@/drizzle/schema'
import { writeComment } from '@/lib/comments/commands'
import { voteOnComment } from '@/lib/comments/voting/commands'
import { inTenant } from '@/lib/db'
import { inviteCarrier, joinIdea } from '@/lib/ideas/carriers/commands'
import { invitationToken, listCarriers } from '@/lib/ideas/carriers/queries'
import { confirmInvalidation, proposeInvalidation } from '@/lib/ideas/certification/commands'
import { answerMerge } from '@/lib/ideas/merges/commands'
import { followIdea } from '@/lib/ideas/supports/commands'
import { fileAppeal } from '@/lib/moderation/appeals/commands'
import { claimTask } from '@/lib/moderation/desk/commands'
import { pressedBehind } from '../support/barrier'
import { belleville } from '../support/deposits'
import { aReader, refusedBy, reported, sent, taskOf, why } from '../support/desk'
import { anIdea, aPerson, paris } from '../support/factories'
import { proposed, read, twoIdeas } from '../support/merges'

const now = new Date()
const patience = 60_000
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1], city: { id: string } = paris) =>
  inTenant(city, work)

const told = (
  aboutId: string,
  kind: 'merged' | 'co_carrier_joined' | 'supports_invalidated' | 'appeal_filed',
) => inCity((db) => db.$count(journal, and(eq(journal.aboutId, aboutId), eq(journal.kind, kind))))

let idea: { id: string; slug: string }, authorId: string, personId: string
beforeAll(async () => {
  authorId = await aPerson(paris)
  ;[idea, personId] = [await anIdea(paris, { authorId }), await aPerson(paris)]
})

test('an opinion on a comment, 200 times at once, is one', { timeout: patience }, async () => {
  const said = { ideaId: idea.id, parentId: null, stance: 'for', body: 'Oui, ici.', locale: 'fr' } as const
  const written = await writeComment(paris, { ...said, personId: authorId, now })
  const commentId = written.ok ? written.value.id : ''
  await pressedBehind('comments', commentId, () =>
    voteOnComment(paris, { commentId, personId, opinion: 'useful', now }),
  )
  expect(await inCity((db) => db.$count(commentVotes, eq(commentVotes.commentId, commentId)))).toBe(1)
  const [row] = await inCity((db) => db.select().from(comments).where(eq(comments.id, commentId)))
  expect(row).toMatchObject({ usefulCount: 1, uselessCount: 0 })
})

test('following, 200 times at once, is one', { timeout: patience }, async () => {
  await pressedBehind('ideas', idea.id, () => followIdea(paris, { ideaId: idea.id, personId, now }))
  expect(await inCity((db) => db.$count(follows, eq(follows.ideaId, idea.id)))).toBe(1)
})

test('a report, 200 times at once, is one, and one task', { timeout: patience }, async () => {
  const { id } = await anIdea(belleville)
  const from = crypto.randomUUID()
  expect(
    await pressedBehind('ideas', id, (turn) =>
      reported(id, { from: `${from}.${turn}`, email: 'une@exemple.fr' }),
    ),
  ).toBe(1)
  expect(await inCity((db) => db.$count(reports, eq(reports.subjectId, id)), belleville)).toBe(1)
  const [task] = await inCity((db) => db.select().from(tasks).where(eq(tasks.subjectId, id)), belleville)
  expect(task).toMatchObject({ reportCount: 1 })
})

test(
  'a task that ten readers take, 200 times at once, is with one of them',
  { timeout: patience },
  async () => {
    const taskId = await taskOf((await sent()).ideaId, 'submission')
    const readers = await Promise.all(Array.from({ length: 10 }, () => aReader()))
    const takers = new Set<string>()
    await pressedBehind('tasks', taskId, async (turn) => {
      const byId = readers[turn % readers.length]!
      const outcome = await claimTask(belleville, { taskId, byId, takeOver: false, now })
      if (outcome.ok) takers.add(byId)
      else expect(outcome.refusal).toBe('locked_by_other')
      return outcome
    })
    const [task] = await inCity((db) => db.select().from(tasks).where(eq(tasks.id, taskId)), belleville)
    expect([...takers]).toEqual([task!.lockedById])
  },
)

test('an appeal, 200 times at once, is one', { timeout: patience }, async () => {
  const own = await refusedBy(await aReader())
  const filed = { kind: 'idea', subjectId: own.ideaId, personId: own.personId, text: why, now } as const
  expect(await pressedBehind('ideas', own.ideaId, () => fileAppeal(belleville, filed))).toBe(1)
  const ours = eq(appeals.authorId, own.personId)
  expect(await inCity((db) => db.$count(appeals, ours), belleville)).toBe(1)
})

test(
  'an invitation to carry, taken up 200 times at once, makes one carrier',
  { timeout: patience },
  async () => {
    const asked = { ideaId: idea.id, personId: authorId, email: `${crypto.randomUUID()}@exemple.fr` }
    expect(await inviteCarrier(paris, { ...asked, locale: 'fr', now })).toMatchObject({ ok: true })
    const { invitations } = await listCarriers(paris, idea.id)
    const token = invitationToken(paris, invitations[0]!.id)
    const two = [personId, await aPerson(paris)]
    expect(
      await pressedBehind('carrier_invitations', invitations[0]!.id, (turn) =>
        joinIdea(paris, { token, personId: two[turn % 2]!, now }),
      ),
    ).toBe(1)
    expect(await inCity((db) => db.$count(carriers, eq(carriers.ideaId, idea.id)))).toBe(1)
    expect(await told(idea.id, 'co_carrier_joined')).toBe(1)
  },
)

test('the last yes to a merge, 200 times at once, merges once', { timeout: patience }, async () => {
  const { merge, source, target, amina, karim } = await proposed(await twoIdeas())
  const yes = (carrier: string) =>
    answerMerge(paris, { mergeId: merge.id, personId: carrier, answer: 'yes', now })
  expect(await pressedBehind('merges', merge.id, (turn) => yes(turn % 2 ? amina : karim))).toBe(2)
  expect(await read(source.id)).toMatchObject({ publication: 'merged', mergedIntoId: target.id })
  expect(await told(source.id, 'merged')).toBe(1)
})

test(
  'the second person’s yes to an invalidation, 200 times at once, takes out once',
  { timeout: patience },
  async () => {
    const doubted = await anIdea(paris, { supportCount: 9 })
    await inCity((db) =>
      db.execute(sql`
      insert into supports (idea_id, voter_key, state, counted_on, changed_on, is_fresh)
      select ${doubted.id}::uuid, decode(md5(n::text) || md5(n::text), 'hex'), 'counted', '2026-03-03', '2026-03-03', n > 4
      from generate_series(1, 9) n`),
    )
    const grants = [{ role: 'admin', scopeKind: 'city', scopeValue: null }] as const
    const [first, second] = [
      { id: authorId, grants },
      { id: personId, grants },
    ]
    const condition = { fromDay: '2026-03-03', toDay: '2026-03-03', onlyFresh: true, onlyHeld: false }
    await proposeInvalidation(paris, { ideaId: doubted.id, condition, reason: why, by: first, now })
    const ours = eq(invalidations.ideaId, doubted.id)
    const [found] = await inCity((db) => db.select().from(invalidations).where(ours))
    expect(
      await pressedBehind('invalidations', found!.id, () =>
        confirmInvalidation(paris, { id: found!.id, by: second, now }),
      ),
    ).toBe(1)
    expect(await read(doubted.id)).toMatchObject({ supportCount: 4 })
    expect(await told(doubted.id, 'supports_invalidated')).toBe(1)
  },
)
