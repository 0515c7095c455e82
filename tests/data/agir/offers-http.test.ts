import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registrations } from '@/drizzle/schema'
import { moveOwn } from '@/lib/agir/registrations/commands'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { inTenant } from '@/lib/db'
import { openSeatDesk } from '@/lib/server/front/seat-desk'
import { siteForHost } from '@/lib/tenancy/registry'
import { aCrowd, paris, type SignedIn } from '../../support/factories'
import { openFront, tellingKitchen } from '../../support/front'
import { aDateToJoin, idIn, join, now } from '../../support/seats'

let front: Awaited<ReturnType<typeof openFront>>
const host = 'agir.paris.localhost'

beforeAll(async () => {
  openSeatDesk()
  front = await openFront(tellingKitchen().listener)
})
afterAll(() => front.close())

async function accept(id: string, who?: SignedIn, more = '') {
  const { origin } = (await siteForHost(host))!
  const expiresAt = new Date(Date.now() + 60_000)
  const cookie = who && `Cookie: ${sessionCookieName()}=${signSession(paris.id, 1, { ...who, expiresAt })}\n`
  const answer = await front.ask(
    `PUT /api/v1/me/registrations/${id}/acceptance HTTP/1.1\nHost: ${host}:${front.port}\nOrigin: ${origin}\nContent-Length: 0\n${cookie ?? ''}${more}`,
  )
  return { status: answer.status, json: JSON.parse(answer.body) as { detail?: string } }
}

/** Somebody to whom the place of another who left is offered. */
async function anOffer() {
  const place = await aDateToJoin({ capacity: 1 })
  const [first, second] = await aCrowd(paris, 2)
  const seated = idIn(await join(place, first!))
  const id = idIn(await join(place, second!))
  await moveOwn(paris, { registrationId: seated, personId: first!.personId, act: 'cancel', now })
  return { id, who: second!, stranger: first! }
}

test('edge 5: an offer taken twice, even at once, is answered 409 with a clear text', async () => {
  const { id, who } = await anOffer()
  const answers = await Promise.all([accept(id, who), accept(id, who)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await accept(id, who)).toMatchObject({
    status: 409,
    json: {
      reason: 'offer_over',
      detail: expect.stringMatching(/^Cette place n’est plus proposée/) as string,
    },
  })
  const { json } = await accept(id, who, 'Accept-Language: en')
  expect(json.detail).toMatch(/^This place is no longer offered/)
})

test('edge 5: an offer taken after its time is answered 409', async () => {
  const { id, who } = await anOffer()
  const late = { offerExpiresAt: new Date(Date.now() - 1000) }
  await inTenant(paris, (db) => db.update(registrations).set(late).where(eq(registrations.id, id)))
  expect(await accept(id, who)).toMatchObject({ status: 409, json: { reason: 'offer_over' } })
})

test('an offer is taken by nobody but whom it was made to', async () => {
  const { id, who, stranger } = await anOffer()
  expect((await accept(id)).status).toBe(401)
  expect(await accept(id, stranger)).toMatchObject({ status: 404, json: { reason: 'not_there' } })
  expect((await accept('nothing', who)).status).toBe(404)
  expect((await accept(id, { ...who, sessionId: stranger.sessionId })).status).toBe(401)
  expect(await accept(id, who)).toEqual({ status: 200, json: { state: 'confirmed' } })
})
