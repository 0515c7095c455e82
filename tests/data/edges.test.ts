import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { escalateLate } from '@/lib/engagements/commands'
import { findOwnIdea } from '@/lib/ideas/authoring/queries'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { RefuseInput } from '@/lib/ideas/moderation/input'
import { publishIdea, refuseIdea } from '@/lib/ideas/moderation/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { listRuleSets, rulesInForce } from '@/lib/rules/queries'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville as settings } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'
import { aWholeDraft, ines, yes } from '../support/deposits'
import { aReader, sent, why } from '../support/desk'
import { anIdea, aPerson, aSession, belleville, paris, someoneSignedIn } from '../support/factories'
import { goes } from '../support/histories'

const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
const row = (city: { id: string }, id: string) =>
  inTenant(city, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)

/** A city of this test alone, whose settings may be published again. */
async function aCityOfItsOwn() {
  const id = `e${randomUUID().slice(0, 8)}`
  const first = Tenant.parse({
    ...structuredClone(settings),
    id,
    hosts: { shared: `${id}.localhost`, aliases: [] },
  })
  const publish = (tenant: Tenant, base: number | null) =>
    asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
      inCity(tenant, (db) =>
        publishSettings(db, {
          ...{ tenant, base, author: 'seed', note: null, reason: 'essai', now: ago(0) },
        }),
      ),
    )
  expect(await publish(first, null)).toMatchObject({ ok: true })
  return { first, publish }
}

test('edges 11, 12, 13 and 14: other rules and another zone change nothing of what already gathers', async () => {
  const { first, publish } = await aCityOfItsOwn()
  const { id } = await anIdea(first, { threshold: 100 })
  const before = await row(first, id)
  const others = { threshold: { mode: 'absolute' as const, value: 7 }, duration: { days: 10 } }
  const second = { ...first, timeZone: 'America/Santiago', ideas: { ...first.ideas, ...others } }
  expect(await publish(second, 1)).toMatchObject({ ok: true, value: { newRules: true } })
  expect(await row(first, id)).toEqual(before)
  expect(await inTenant(first, rulesInForce)).toMatchObject({ version: 2, threshold: 7 })
})

test('item 7: from 1,500 to 100, what gathers keeps 1,500, the next is published under 100, and both can be read', async () => {
  const { first, publish } = await aCityOfItsOwn()
  const under = (value: number) => ({
    ...first,
    ideas: { ...first.ideas, threshold: { mode: 'absolute' as const, value } },
  })
  expect(await publish(under(1500), 1)).toMatchObject({ ok: true })
  const byId = await aPerson(first, { role: 'moderator' })
  const published = async () => {
    const author = await ines(first)
    const ideaId = await aWholeDraft({ personId: author.id, draftKey: null }, { city: first })
    const act = { ideaId, person: author, draftKey: null, answers: yes, now: new Date() }
    expect(await submitIdea(first, act)).toMatchObject({ ok: true })
    expect(await publishIdea(first, { ideaId, byId, now: new Date() })).toMatchObject({ ok: true })
    return ideaId
  }
  const running = await published()
  expect(await publish(under(100), 2)).toMatchObject({ ok: true, value: { newRules: true } })
  const next = await published()
  const [old, young] = [await row(first, running), await row(first, next)]
  expect([old.threshold, young.threshold]).toEqual([1500, 100])
  const shown = await listRuleSets(first)
  expect(shown.slice(0, 2).map(({ threshold }) => threshold)).toEqual([100, 1500])
  expect(shown.map(({ version }) => version)).toEqual([young.ruleVersion, old.ruleVersion, 1])
})

test('edge 23: who sends again what was already said is led to it, and supports it in one press', async () => {
  const said = await anIdea(belleville)
  const again = await sent()
  const refuse = (same: string) =>
    aReader().then((byId) =>
      refuseIdea(belleville, { ideaId: again.ideaId, byId, code: 'duplicate', text: why, same, now: ago(0) }),
    )
  expect(await refuse('nulle-part')).toEqual({ ok: false, refusal: 'same_not_there' })
  expect(await refuse(said.slug)).toMatchObject({ ok: true })
  const own = await findOwnIdea(belleville, again.ideaId, again.personId)
  expect(own!.alreadySaid).toMatchObject({ id: said.id, slug: said.slug })
  const author = await aSession(belleville, again.personId)
  expect(await giveSupport({ tenant: belleville, ideaId: own!.alreadySaid!.id, ...author })).toMatchObject({
    status: 200,
    counted: true,
  })
  await goes(belleville, said.id, 'hide')
  expect((await findOwnIdea(belleville, again.ideaId, again.personId))!.alreadySaid).toBeNull()
})

test('edge 23: no form refuses a repetition without saying where it was said', () => {
  const form = { ideaId: randomUUID(), code: 'duplicate', text: why }
  expect(RefuseInput.safeParse(form).error!.issues).toMatchObject([{ path: ['same'], message: 'required' }])
  const filled = RefuseInput.parse({ ...form, same: 'https://ville.test/idees/un-banc?x=1#haut' })
  expect(filled.same).toBe('un-banc')
  expect(RefuseInput.parse({ ...form, code: 'unclear' }).same).toBeNull()
})

test('edge 35: what was acquired and cannot be done is answered: the right to an answer was kept', async () => {
  const { id, slug } = await anIdea(paris, { collection: 'reached', reachedAt: ago(9) })
  await certifyIdeas(paris)
  for (const change of ['examine', 'declareInadmissible'] as const) await goes(paris, id, change)
  expect(await findPublicIdea(paris, slug)).toMatchObject({
    collection: 'certified',
    examination: 'not_admissible',
    reachedAt: expect.any(Date),
  })
})

test('edge 36: a city that stays silent is late; nothing is granted or refused in its place', async () => {
  const { id } = await anIdea(paris, { collection: 'reached', reachedAt: ago(200) })
  await certifyIdeas(paris)
  await escalateLate(paris)
  expect(await row(paris, id)).toMatchObject({
    collection: 'certified',
    examination: 'due',
    delivery: 'none',
  })
})

test('edge 38: an elected person or an agent supports as anybody, once, and unseen', async () => {
  const { id } = await anIdea(paris)
  for (const role of ['signatory', 'moderator', 'admin'] as const) {
    const agent = await someoneSignedIn(paris, { role })
    expect(await giveSupport({ tenant: paris, ideaId: id, ...agent })).toMatchObject({ status: 200 })
    expect(await giveSupport({ tenant: paris, ideaId: id, ...agent })).toMatchObject({ repeated: true })
  }
  const own = await aSession(paris, await aPerson(paris, { role: 'admin' }))
  expect((await giveSupport({ tenant: paris, ideaId: id, ...own })).status).toBe(200)
  expect((await row(paris, id)).supportCount).toBe(4)
})
