import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { people } from '@/drizzle/schema'
import { writeComment } from '@/lib/comments/commands'
import { inTenant } from '@/lib/db'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { declare } from '@/lib/people/commands'
import { shippedCities } from '@/tenants/shipped'
import { byLink } from '../support/browser-session'
import { anIdea } from '../support/factories'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const now = new Date()
const tie = { birthYear: 1980, residence: 'lives', districtCode: null } as const

test('edge 44: an address for a few minutes comes in, speaks, and never says who it is', async () => {
  const short = await byLink(paris, `${randomUUID()}@a.yopmail.com`)
  const { id } = await anIdea(paris)
  const said = { parentId: null, stance: 'for', body: 'Je la soutiens.', locale: 'fr', now } as const
  expect(await writeComment(paris, { ideaId: id, personId: short.personId, ...said })).toMatchObject({
    ok: true,
  })
  const asked = { personId: short.personId, ...tie, now }
  expect(await declare(paris, asked)).toEqual({ ok: false, refusal: 'disposable_address' })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...short })).toMatchObject({ status: 403 })
  const open = { ...paris, signIn: { ...paris.signIn, disposableDomains: [] } }
  expect(await declare(open, asked)).toMatchObject({ ok: true })
  const [person] = await inTenant(paris, (db) =>
    db.select({ assurance: people.assurance }).from(people).where(eq(people.id, short.personId)),
  )
  expect(person).toEqual({ assurance: 'A2' })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...short })).toMatchObject({ status: 200 })
})
