import { expect, test } from 'vitest'
import { doorQueue, type Tap } from '@/components/agir/door/queue'
import type { FormState } from '@/lib/form-state'

const aTap = (number: number, registrationId = `r${number}`): Tap => ({
  ...{ registrationId, state: 'attended', requestId: `q${number}` },
  tappedAt: `2026-11-28T17:00:${String(number % 60).padStart(2, '0')}.000Z`,
})
const taps = (count: number) => Array.from({ length: count }, (_, at) => aTap(at + 1))
const allDone = { status: 'done', value: { marked: [] } } as const

/** A telephone whose storage outlives its pages, and a network that can be taken away. */
function aPhone(answers: (lot: Tap[]) => FormState = () => allDone) {
  const stored = new Map<string, string>()
  const phone = {
    ...{ isOnline: true, storesNothing: false, back: () => {} },
    arrived: [] as string[][],
    stored,
    opened: () => aPage(),
  }
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (phone.storesNothing) throw new Error('quota')
      stored.set(key, value)
    },
    removeItem: (key: string) => void stored.delete(key),
    key: (at: number) => [...stored.keys()][at] ?? null,
    get length() {
      return stored.size
    },
  }
  function aPage(dateId = 'd1') {
    const page = { left: 0, isAlone: false, refused: {} as Record<string, string> }
    let isShut = false
    const queue = doorQueue({
      dateId,
      storage: () => storage,
      async send(_before, form) {
        await Promise.resolve()
        if (isShut) return new Promise<never>(() => {})
        if (!phone.isOnline) throw new TypeError('Failed to fetch')
        const lot = JSON.parse(form.get('marks') as string) as Tap[]
        expect(form.get('dateId')).toBe(dateId)
        phone.arrived.push(lot.map(({ requestId }) => requestId))
        return answers(lot)
      },
      again: () => new Promise((again) => (phone.back = again)),
      shown: {
        left: (count) => (page.left = count),
        alone: (isAlone) => (page.isAlone = isAlone),
        refused: (whys) => Object.assign(page.refused, whys),
      },
    })
    const before = queue.adopt()
    return { ...queue, page, before, shut: () => (isShut = true) }
  }
  return phone
}
const settled = () => new Promise((later) => setTimeout(later))

test('what is pressed without a network waits, and leaves once, in order, as soon as it is back', async () => {
  const phone = aPhone()
  const { add, page } = phone.opened()
  phone.isOnline = false
  for (const tap of taps(5)) add(tap)
  await settled()
  expect(phone.arrived).toEqual([])
  expect(page).toMatchObject({ left: 5, isAlone: true })

  phone.back()
  await settled()
  expect(page).toMatchObject({ left: 5, isAlone: true })

  phone.isOnline = true
  phone.back()
  await settled()
  expect(phone.arrived.flat()).toEqual(['q1', 'q2', 'q3', 'q4', 'q5'])
  expect(page).toEqual({ left: 0, isAlone: false, refused: {} })
  expect(phone.stored.size).toBe(0)
})

test('a page opened again without a network has what the one before it kept, and sends it', async () => {
  const phone = aPhone()
  const first = phone.opened()
  phone.isOnline = false
  for (const tap of taps(3)) first.add(tap)
  await settled()
  first.shut()

  const second = phone.opened()
  expect(second.before).toEqual(taps(3))
  second.add(aTap(4))
  expect(second.page.left).toBe(4)
  phone.isOnline = true
  await settled()
  phone.back()
  await settled()
  expect(phone.arrived.flat()).toEqual(['q1', 'q2', 'q3', 'q4'])
  expect(phone.opened().before).toEqual([])
})

test('what was on its way when the page was shut is sent again under the same name', async () => {
  const phone = aPhone()
  const first = phone.opened()
  first.add(aTap(1))
  first.shut()
  await settled()
  phone.opened()
  await settled()
  expect(phone.arrived).toEqual([['q1']])
})

test('one that is refused is said with its reason, the others are done', async () => {
  const phone = aPhone((lot) => ({
    status: 'done',
    value: {
      marked: lot.map(({ requestId }) => ({ requestId, refusal: requestId === 'q2' ? 'full' : null })),
    },
  }))
  const { add, page } = phone.opened()
  for (const tap of taps(3)) add(tap)
  await settled()
  expect(page).toEqual({ left: 0, isAlone: false, refused: { r2: 'full' } })
})

test('a door that is closed is said of each of them, and nothing is sent for ever', async () => {
  const phone = aPhone(() => ({ status: 'refused', refusal: 'too_late', values: {} }))
  const { add, page } = phone.opened()
  add(aTap(1))
  await settled()
  expect(page).toMatchObject({ left: 0, refused: { r1: 'too_late' } })
  expect(phone.stored.size).toBe(0)
})

test('more than a hundred leave a hundred at a time, one lot after another', async () => {
  const phone = aPhone()
  const { add } = phone.opened()
  phone.isOnline = false
  for (const tap of taps(250)) add(tap)
  await settled()
  phone.isOnline = true
  phone.back()
  await settled()
  expect(phone.arrived.map((lot) => lot.length)).toEqual([100, 100, 50])
  expect(phone.arrived.flat()).toEqual(taps(250).map(({ requestId }) => requestId))
})

test('two tabs at one door overwrite nothing of one another', async () => {
  const phone = aPhone()
  const [one, other] = [phone.opened(), phone.opened()]
  phone.isOnline = false
  one.add(aTap(1))
  other.add(aTap(2))
  one.add(aTap(3))
  await settled()
  one.shut()
  other.shut()
  expect(phone.opened().before.map(({ requestId }) => requestId)).toEqual(['q1', 'q2', 'q3'])
})

test('a tab that has sent its own leaves to the other what that one still keeps', async () => {
  const phone = aPhone()
  const [one, other] = [phone.opened(), phone.opened()]
  phone.isOnline = false
  other.add(aTap(1))
  await settled()
  other.shut()
  phone.isOnline = true
  one.add(aTap(2))
  await settled()
  expect(phone.arrived).toEqual([['q2']])
  expect([...phone.stored.keys()]).toEqual(['accueil:d1:q1'])

  expect(one.adopt()).toEqual([aTap(1)])
  expect(one.adopt()).toEqual([])
  await settled()
  expect(phone.arrived).toEqual([['q2'], ['q1']])
  expect(phone.stored.size).toBe(0)
})

test('a phone that stores nothing, or something else, sends all the same', async () => {
  const phone = aPhone()
  phone.stored.set('accueil:d1:one', '{"not":"a tap"}')
  phone.stored.set('accueil:d1:other', 'nothing')
  phone.stored.set('accueil:d2:q9', JSON.stringify(aTap(9)))
  const { add, before } = phone.opened()
  expect(before).toEqual([])
  phone.storesNothing = true
  add(aTap(1))
  await settled()
  expect(phone.arrived).toEqual([['q1']])
})
