import { expect, test } from 'vitest'
import { cancelDate } from '@/lib/agir/dates/commands'
import { settleCancellations } from '@/lib/agir/dates/settling/commands'
import { aPerson, paris, someoneSignedIn } from '../../support/factories'
import { aDateToJoin, countsOf, join, later, now, statesOf } from '../../support/seats'

test('whoever is registered for a date that is cancelled keeps the seat until it is final, and no longer', async () => {
  const organiserId = await aPerson(paris)
  const place = await aDateToJoin({ capacity: 5 }, { organiserId })
  await join(place, await someoneSignedIn(paris))
  const reason = 'Il va beaucoup pleuvoir.'
  await cancelDate(paris, { dateId: place.id, personId: organiserId, now, scope: 'one', reason })
  await settleCancellations(paris, later(0.2))
  expect(await statesOf(place.positionId)).toEqual(['confirmed'])
  await settleCancellations(paris, later(0.3))
  expect(await statesOf(place.positionId)).toEqual(['cancelled'])
  expect(await countsOf(place.positionId)).toEqual({ taken: 0, waiting: 0 })
})
