import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, ideaTexts, journal, removals } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { askForRemoval, confirmRemoval, declineRemoval } from '@/lib/ideas/removals/commands'
import { findOwnRemoval } from '@/lib/ideas/removals/queries'
import { findPublicIdea } from '@/lib/ideas/queries'
import { giveSupport } from '@/lib/ideas/supports/desk'
import type { GrantedRole } from '@/lib/people/rules'
import { aPerson, marsa, someoneSignedIn } from '../support/factories'
import { belleville } from '../support/deposits'
import { published } from '../support/desk'

const now = new Date()
const legal = 'Tribunal judiciaire, ordonnance du 3 mars, n° 26/00417'
const reason = 'Le texte donne l’adresse et le numéro de téléphone d’une voisine.'

async function who(role: GrantedRole) {
  const grants = [{ role, scopeKind: 'city', scopeValue: null }] as const
  return { by: { id: await aPerson(belleville), grants }, now }
}
const why = { ground: 'personal_data', legal, reason } as const
const waiting = async (ideaId: string) => {
  const asked = inTenant(belleville, (db) => db.select().from(removals).where(eq(removals.ideaId, ideaId)))
  return (await asked)[0]!.id
}

test('a text is taken away by who administers and who looks after data together: its words go, its ground is said', async () => {
  const { ideaId, personId } = await published()
  const voice = await someoneSignedIn(belleville)
  await giveSupport({ tenant: belleville, ideaId, ...voice })
  const [admin, other, dpo] = [await who('admin'), await who('admin'), await who('dpo')]
  const { slug } = (await findPublicIdea(belleville, ideaId))!
  const address = `https://decider.ville.test/idees/${slug}`.split('/').at(-1)!
  expect(await askForRemoval(belleville, { ...(await who('moderator')), address, ...why })).toEqual({
    ok: false,
    refusal: 'not_allowed',
  })
  expect(await askForRemoval(belleville, { ...admin, address, ...why })).toMatchObject({ ok: true })
  expect(await askForRemoval(belleville, { ...dpo, address, ...why })).toMatchObject({
    refusal: 'already_asked',
  })
  const removalId = await waiting(ideaId)
  expect(await confirmRemoval(belleville, { ...admin, removalId })).toMatchObject({ refusal: 'same_person' })
  expect(await confirmRemoval(belleville, { ...other, removalId })).toMatchObject({
    refusal: 'needs_the_other',
  })
  expect((await findPublicIdea(belleville, ideaId))!.isHidden).toBe(false)
  expect(await confirmRemoval(belleville, { ...dpo, removalId })).toMatchObject({ ok: true })
  expect(await confirmRemoval(belleville, { ...dpo, removalId })).toMatchObject({ refusal: 'not_waiting' })

  expect(await findPublicIdea(belleville, slug!)).toMatchObject({
    ...{ isHidden: true, title: '', body: '', removal: { ground: 'personal_data', legal } },
  })
  expect(await findOwnRemoval(belleville, ideaId)).toMatchObject({ reason })
  const { row, texts, told } = await inTenant(belleville, async (db) => ({
    row: (await db.select().from(ideas).where(eq(ideas.id, ideaId)))[0]!,
    texts: await db.select().from(ideaTexts).where(eq(ideaTexts.ideaId, ideaId)),
    told: await db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, ideaId), eq(journal.kind, 'removed'))),
  }))
  expect(row).toMatchObject({ publication: 'removed', collection: 'closed', body: '', supportCount: 1 })
  expect(texts).toMatchObject([{ title: '', body: '', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(told).toMatchObject([{ byRole: 'dpo', visibility: 'public', detail: { legal } }])
  expect(JSON.stringify(told)).not.toContain('voisine')
  expect(row.authorId).toBe(personId)
})

test('nothing is taken away by one alone, nor by who wrote it, nor where the second disagrees', async () => {
  const [{ ideaId, personId }, kept] = [await published(), await published()]
  const [admin, dpo] = [await who('admin'), await who('dpo')]
  const author = { by: { ...admin.by, id: personId }, now }
  expect(await askForRemoval(belleville, { ...author, address: ideaId, ...why })).toMatchObject({
    refusal: 'own_idea',
  })
  expect(await askForRemoval(belleville, { ...dpo, address: kept.ideaId, ...why })).toMatchObject({
    ok: true,
  })
  const removalId = await waiting(kept.ideaId)
  expect(await declineRemoval(belleville, { ...admin, removalId })).toMatchObject({ ok: true })
  expect(await findPublicIdea(belleville, kept.ideaId)).toMatchObject({ publication: 'published' })
  const alone = inTenant(belleville, (db) =>
    db
      .update(removals)
      .set({ confirmedById: dpo.by.id, confirmedAt: now, declinedAt: null })
      .where(eq(removals.id, removalId)),
  )
  await expect(alone).rejects.toMatchObject({ cause: { constraint_name: 'removals_two_people' } })
  const erased = inTenant(belleville, (db) =>
    db.execute(sql`select app.erase_removed_texts(${ideaId}::uuid)`),
  )
  await expect(erased).rejects.toThrow()
  expect(await askForRemoval(marsa, { ...admin, address: ideaId, ...why })).toMatchObject({
    refusal: 'not_there',
  })
})
