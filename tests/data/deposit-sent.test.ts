import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, ideaTexts, journal, ruleSets, scopeKeys } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { findDraft } from '@/lib/ideas/deposit/queries'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { shippedCities } from '@/tenants/shipped'
import { aPerson } from '../support/factories'
import { aWholeDraft, belleville, ines, someone, yes } from '../support/deposits'

const now = new Date()

test('from nothing to published: sent by its author, read by another, under the rules of the day', async () => {
  const author = await ines()
  const browser = someone()
  const id = await aWholeDraft(browser)
  const sent = await submitIdea(belleville, {
    ideaId: id,
    person: author,
    draftKey: browser.draftKey,
    answers: yes,
    now,
  })
  expect(sent).toEqual({ ok: true, value: { published: false, slug: null } })
  expect(await findDraft(belleville, id, { ...browser, personId: author.id })).toBeNull()

  const byId = await aPerson(belleville, { role: 'moderator' })
  const published = await publishIdea(belleville, { ideaId: id, byId, now })
  expect(published).toMatchObject({ ok: true, value: { slug: expect.stringMatching(/^des-bancs/) } })
  const known = await inTenant(belleville, async (db) => ({
    idea: (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!,
    texts: await db.select().from(ideaTexts).where(eq(ideaTexts.ideaId, id)),
    keys: await db.$count(scopeKeys, eq(scopeKeys.ideaId, id)),
    told: await db
      .select({ kind: journal.kind })
      .from(journal)
      .where(eq(journal.aboutId, id))
      .orderBy(journal.kind),
  }))
  expect(known.idea).toMatchObject({
    publication: 'published',
    collection: 'open',
    authorId: author.id,
    draftKey: null,
    threshold: 100,
    supportMinAge: 15,
    timeZone: 'Europe/Paris',
    ruleVersion: 1,
    treatedById: byId,
  })
  expect(known.idea.deadlineAt!.getTime()).toBeGreaterThan(now.getTime() + 85 * 86_400_000)
  expect(known.texts).toMatchObject([{ version: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(known.keys).toBe(1)
  expect(known.told.map(({ kind }) => kind)).toEqual(['published', 'submitted'])
})

test('two windows send one draft once', async () => {
  const author = await ines()
  const holder = { personId: author.id, draftKey: null }
  const id = await aWholeDraft(holder)
  const sent = await Promise.all(
    Array.from({ length: 6 }, () =>
      submitIdea(belleville, { ideaId: id, person: author, draftKey: null, answers: yes, now }),
    ),
  )
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
  const told = await inTenant(belleville, (db) => db.select().from(journal).where(eq(journal.aboutId, id)))
  expect(told).toHaveLength(1)
})

test('a third idea waits until one of the two has run its course', async () => {
  const author = await ines()
  for (const number of [1, 2, 3]) {
    const id = await aWholeDraft({ personId: author.id, draftKey: null })
    const sent = await submitIdea(belleville, {
      ideaId: id,
      person: author,
      draftKey: null,
      answers: yes,
      now,
    })
    expect(sent).toMatchObject(number < 3 ? { ok: true } : { ok: false, refusal: 'too_many_running' })
  }
})

test('a title that would be taken for another’s is refused, whatever its letters are made of', async () => {
  const mark = randomUUID().slice(0, 8)
  const [first, second] = [await ines(), await ines()]
  const send = async (title: string, person: typeof first) => {
    const id = await aWholeDraft({ personId: person.id, draftKey: null }, { title })
    return submitIdea(belleville, { ideaId: id, person, draftKey: null, answers: yes, now })
  }
  expect(await send(`Mairie ouverte tard ${mark}`, first)).toMatchObject({ ok: true })
  expect(await send(`Mаirie OUVERTE, tard : ${mark}`, second)).toEqual({ ok: false, refusal: 'title_taken' })
})

test('a city that publishes first and reads after shows what is sent at once', async () => {
  const city = shippedCities.find(({ id }) => id === 'puerto-claro')!
  const rules = { ...city.ideas, moderation: 'after' }
  const set = {
    version: 900,
    rules,
    threshold: 200,
    timeZone: city.timeZone,
    digest: 'x',
    reason: 'x',
    author: 'x',
  }
  await inTenant(city, (db) => db.insert(ruleSets).values({ ...set, validFrom: now }))
  const person = await ines(city)
  const id = await aWholeDraft({ personId: person.id, draftKey: null }, { city })
  const sent = await submitIdea(city, { ideaId: id, person, draftKey: null, answers: yes, now })
  expect(sent).toMatchObject({
    ok: true,
    value: { published: true, slug: expect.stringMatching(/^des-bancs/) },
  })
})
