import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { journal, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { confirmInvalidation, proposeInvalidation } from '@/lib/ideas/certification/commands'
import { certifyEarly } from '@/lib/ideas/certification/early/commands'
import { giveUpProposal } from '@/lib/ideas/certification/proposals/commands'
import { findChecking } from '@/lib/ideas/certification/queries'
import type { Examiner } from '@/lib/ideas/examination/rules'
import { anAdmin, anIdeaWith, condition } from '../support/doubts'
import { aPerson, paris } from '../support/factories'

const now = new Date()
const reason = 'Des comptes créés en série par une même personne, dans la même heure.'
const why = 'C’était une classe de lycée, en salle informatique : rien à écarter.'
let first: Examiner, second: Examiner
beforeAll(async () => {
  first = await anAdmin()
  second = await anAdmin()
})

/** At its threshold, with one doubtful voice that it does not need. */
const checked = () => anIdeaWith(3, 1, { threshold: 3, collection: 'reached', reachedAt: now })

async function propose(ideaId: string) {
  await proposeInvalidation(paris, { ideaId, condition, reason, by: first, now: new Date() })
  return (await findChecking(paris, ideaId, first))!.decisions[0]!
}
const giveUp = (id: string, by: Examiner) => giveUpProposal(paris, { id, reason: why, by, now })
const confirm = (id: string) => confirmInvalidation(paris, { id, by: second, now })
const certify = (ideaId: string) => certifyEarly(paris, { ideaId, text: why, by: first, now })
const counted = (ideaId: string) =>
  inTenant(paris, (db) =>
    db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted'))),
  )

test('a proposal is given up by who made it or could confirm it: no voice moves, and only the journal says so', async () => {
  for (const by of [first, second]) {
    const { id: ideaId } = await checked()
    const { id } = await propose(ideaId)
    expect(await certify(ideaId)).toMatchObject({ refusal: 'still_proposed' })
    expect(await giveUp(id, by)).toMatchObject({ ok: true })
    expect([await giveUp(id, by), await confirm(id)]).toMatchObject([
      { refusal: 'given_up' },
      { refusal: 'given_up' },
    ])
    expect(await counted(ideaId)).toBe(4)
    const said = await inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, ideaId)))
    expect(said.filter(({ kind }) => kind.startsWith('supports_'))).toMatchObject([
      { kind: 'supports_proposal_given_up', visibility: 'internal', byId: by.id, detail: { text: why } },
    ])
    expect(await certify(ideaId)).toMatchObject({ ok: true })
  }
})

test('a proposal is given up by nobody else, nor once it is confirmed', async () => {
  const { id: ideaId } = await checked()
  const { id } = await propose(ideaId)
  const moderator: Examiner = {
    id: await aPerson(paris),
    grants: [{ role: 'moderator', scopeKind: 'city', scopeValue: null }],
  }
  expect(await giveUp(id, moderator)).toMatchObject({ refusal: 'out_of_scope' })
  expect(await confirm(id)).toMatchObject({ ok: true })
  expect(await giveUp(id, first)).toMatchObject({ refusal: 'already_confirmed' })
})

test('a proposal whose voices are all gone since is shown to find none, and holds no certification up', async () => {
  const { id: ideaId } = await checked()
  const [one, other] = [await propose(ideaId), await propose(ideaId)]
  await confirm(one.id)
  expect(await confirm(other.id)).toMatchObject({ refusal: 'nothing_found' })
  const { decisions } = (await findChecking(paris, ideaId, first))!
  expect(decisions.map(({ id, voices }) => [id, voices])).toEqual([
    [other.id, 0],
    [one.id, null],
  ])
  expect(await certify(ideaId)).toMatchObject({ ok: true })
})
