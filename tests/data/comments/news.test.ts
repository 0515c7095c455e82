import { expect, test } from 'vitest'
import { carriers } from '@/drizzle/schema'
import { tellNews } from '@/lib/comments/commands'
import { inTenant } from '@/lib/db'
import { aPerson, anIdea, paris } from '../../support/factories'

test('who carries an idea beside its author gives news of it as well, until they carry it no more', async () => {
  const now = new Date()
  const idea = await anIdea(paris, { authorId: await aPerson(paris) })
  const [beside, stranger] = [await aPerson(paris), await aPerson(paris)]
  await inTenant(paris, (db) => db.insert(carriers).values({ ideaId: idea.id, personId: beside, since: now }))
  const news = { ideaId: idea.id, body: 'La réunion publique a réuni cent personnes.', locale: 'fr', now }
  expect(await tellNews(paris, { ...news, personId: stranger })).toEqual({ ok: false, refusal: 'not_author' })
  expect(await tellNews(paris, { ...news, personId: beside })).toMatchObject({ ok: true })
})
