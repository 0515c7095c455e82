import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seatTogether } from '@/lib/db/counting'
import { aCrowd, belleville, paris } from '../../support/factories'
import { aDateToJoin, countsOf, idIn, join, now, said, statesOf, tally } from '../../support/seats'

test('edge 1: two hundred people at once for ten seats: ten are confirmed, the others wait', async () => {
  const place = await aDateToJoin({ capacity: 10 })
  const crowd = await aCrowd(paris, 200)
  const answers = await Promise.all(crowd.map((one) => join(place, one)))
  expect(tally(answers.map(said))).toEqual({ confirmed: 10, waitlisted: 190 })
  expect(tally(await statesOf(place.positionId))).toEqual({ confirmed: 10, waitlisted: 190 })
  expect(await countsOf(place.positionId)).toEqual({ taken: 10, waiting: 190 })
})

test('several processes at once keep to the same seats', async () => {
  const place = await aDateToJoin({ capacity: 10 })
  const crowd = await aCrowd(paris, 60)
  const alone = crowd.map(({ sessionId, personId }) => {
    const wish = { date: place.id, session: sessionId, person: personId, party: 1, request: randomUUID() }
    return seatTogether(paris, [wish], now)
  })
  const rows = (await Promise.all(alone)).flat()
  expect(tally(rows.map(({ state }) => state ?? ''))).toEqual({ confirmed: 10, waitlisted: 50 })
  expect(await countsOf(place.positionId)).toEqual({ taken: 10, waiting: 50 })
})

test('edge 2: the same request sent twice is one registration', async () => {
  const place = await aDateToJoin()
  const [someone] = await aCrowd(paris, 1)
  const request = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => join(place, someone!, { request })))
  expect(new Set(answers.map(idIn)).size).toBe(1)
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
})

test('another person’s request is answered to nobody else', async () => {
  const [place, other] = [await aDateToJoin(), await aDateToJoin()]
  const [someone, stranger] = await aCrowd(paris, 2)
  const request = randomUUID()
  expect(said(await join(place, someone!, { request }))).toBe('confirmed')
  expect(said(await join(place, stranger!, { request }))).toBe('not_there')
  expect(said(await join(other, stranger!, { request }))).toBe('not_there')
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
})

test('a date of one city cannot be joined from another', async () => {
  const place = await aDateToJoin()
  const [stranger] = await aCrowd(belleville, 1)
  const wish = { date: place.id, session: stranger!.sessionId, person: stranger!.personId, party: 1 }
  const [row] = await seatTogether(belleville, [{ ...wish, request: randomUUID() }], now)
  expect(row).toMatchObject({ verdict: 'not_there', registration: null })
})
