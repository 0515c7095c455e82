import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { appeals, decisions, grants } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { readersOf } from '@/lib/notifications/telling/queries'
import { anIdea } from '../../support/factories'
import { after, happens, noon, paris, someone } from '../../support/letters'
import { everyone, happening, staff, toldOf } from '../../support/told'

const where = { themeId: 'sport', districtCode: '75118' }

test('an appeal is told to who may answer it, never to who decided first: without another moderator, to who heads or runs the city', async () => {
  const author = await someone()
  const { id } = await anIdea(paris, { authorId: author, ...where })
  const people = {
    first: await staff('moderator', 'district', '75118'),
    other: await staff('moderator', 'theme', 'sport'),
    elsewhere: await staff('moderator', 'district', '75101'),
    owner: await staff('owner'),
  }
  await appealAgainst(id, people.first, author)
  const event = await happens('appeal_filed', id, { byId: author })
  expect(await toldOf(event, people)).toEqual({
    first: null,
    other: 'moderators',
    elsewhere: null,
    owner: null,
  })

  const told: string[] = []
  const undone = inTenant(paris, async (db) => {
    const others = sql`${grants.role} in ('moderator', 'area_admin') and ${grants.personId} <> ${people.first}`
    await db.update(grants).set({ revokedAt: noon }).where(others)
    const filed = (await happening(db, 'appeal_filed', id))!
    const rows = await db.execute<{ person_id: string }>(readersOf(filed, ['moderators'], everyone))
    told.push(...rows.map(({ person_id }) => person_id))
    throw new Error('as it was')
  })
  await expect(undone).rejects.toThrow('as it was')
  expect([told.includes(people.first), told.includes(people.owner)]).toEqual([false, true])
})

/** Refused by one reader, and its author disagrees. */
function appealAgainst(subjectId: string, byId: string, authorId: string) {
  const text = 'Le texte nomme une personne : réécrivez-le sans elle, s’il vous plaît.'
  const decided = { subjectKind: 'idea', subjectId, act: 'refuse', source: 'submission', byId, text } as const
  const restricted = { code: 'unclear', ground: 'rules', restriction: 'not_published' } as const
  return inTenant(paris, async (db) => {
    const [decision] = await db
      .insert(decisions)
      .values({ ...decided, ...restricted, at: noon, appealUntil: after(noon, 24), authorId })
      .returning({ id: decisions.id })
    const filed = { decisionId: decision!.id, firstReaderId: byId, authorId, text }
    await db.insert(appeals).values({ ...filed, at: noon, dueAt: after(noon, 24) })
  })
}
