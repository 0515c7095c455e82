import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { cities, operatorActs, operatorSessions } from '@/drizzle/schema'
import { closeDatabase, inRegistry } from '@/lib/db'
import { closeOperatorDoor, operatorDoor } from '@/lib/db/operator'
import { setCityStatus } from '@/lib/operator/cities/commands'
import { findCityFor, listCitiesFor } from '@/lib/operator/cities/queries'
import { addOperator, beginOperatorSession, finishOperatorSession } from '@/lib/operator/sign-in/commands'
import { findOperator } from '@/lib/operator/sign-in/queries'
import { attempts, codeOf, stepAt } from '@/lib/operator/sign-in/rules'
import { createFromDraft, saveAnswers, startDraft } from '@/lib/operator/wizard/commands'
import { findDraft } from '@/lib/operator/wizard/queries'
import { createCity } from '@/lib/tenancy/creation/commands'
import { CityAnswers } from '@/lib/tenancy/creation/input'
import { findTenant, refreshRegistry } from '@/lib/tenancy/registry'
import { aPerson } from '../support/factories'

const now = new Date()
const secret = Buffer.from('12345678901234567890')
const door = operatorDoor()
const byEmail = 'op@test.example'
afterAll(async () => {
  await Promise.all([closeDatabase(), closeOperatorDoor()])
})

async function anOperator() {
  const email = `${randomUUID()}@test.example`
  return { email, ...(await addOperator(door, { email, secret, now })) }
}
const begin = (email: string, password: string) =>
  beginOperatorSession(door, { email, password, from: email, now })

describe('the door of the console', () => {
  test('takes a password, then a code; half of it opens nothing', async () => {
    const { email, password } = await anOperator()
    const half = await begin(email, password)
    if (!half.ok) throw new Error(half.refusal)
    expect(await findOperator(door, half.value.token, now)).toBeNull()
    const code = codeOf(secret, stepAt(now))
    const whole = await finishOperatorSession(door, { token: half.value.token, code, now })
    if (!whole.ok) throw new Error(whole.refusal)
    expect(await findOperator(door, whole.value.token, now)).toMatchObject({ email })
    const later = new Date(now.getTime() + 9 * 3_600_000)
    expect(await findOperator(door, whole.value.token, later)).toBeNull()
    expect(await findOperator(door, half.value.token, now)).toBeNull()
  })

  test('takes no code twice, and each recovery code once', async () => {
    const { email, password, recovery } = await anOperator()
    const tried = async (code: string) => {
      const half = await begin(email, password)
      if (!half.ok) throw new Error(half.refusal)
      return (await finishOperatorSession(door, { token: half.value.token, code, now })).ok
    }
    const code = codeOf(secret, stepAt(now))
    expect([await tried(code), await tried(code)]).toEqual([true, false])
    expect([await tried(recovery[0]!), await tried(recovery[0]!)]).toEqual([true, false])
  })

  test('says nothing of who is known, and stops listening to who tries too often', async () => {
    const { email, password } = await anOperator()
    const wrong = { ok: false, refusal: 'wrong_sign_in' }
    expect([await begin(email, 'no'), await begin(`${randomUUID()}@x.example`, 'no')]).toEqual([wrong, wrong])
    for (let at = 1; at < attempts.most; at++) await begin(email, 'no')
    expect(await begin(email, password)).toEqual({ ok: false, refusal: 'too_many_tries' })
  })
})

test('what serves citizens cannot read the operator’s tables', async () => {
  await expect(inRegistry((db) => db.select().from(operatorSessions))).rejects.toThrow()
  const app = postgres(process.env.APP_DATABASE_URL!, { max: 1 })
  await expect(app`update registry.cities set status = 'suspended'`).rejects.toThrow(/permission denied/)
  await app.end()
})

const identity = { name: 'Val', country: 'FR', population: 900, latitude: 45, longitude: 5 }
const answers = {
  modules: { decider: true, agir: true },
  blueprint: 'small-commune',
  look: { brand: '#245a8d', accent: '#b4540a' },
  languages: { locales: ['fr', 'ar'], timeZone: 'Europe/Paris' },
  rules: { threshold: 25, months: 3, answerMonths: 2 },
  people: ['owner', 'owner', 'moderator'].map((role, at) => ({ email: `p${at}@val.example`, role })),
  sender: { email: 'mairie@val.example' },
  signIn: {},
  legal: { address: '1 place', director: 'La maire', dpoEmail: 'dpo@val.example' },
  sample: false,
} as const

test('the wizard and the command make the same city', async () => {
  const { id } = await startDraft(door, { commune: 'Val', byEmail, now })
  const wizard = { ...answers, identity: { ...identity, id: 'val-m' }, host: 'val-m.localhost' }
  expect(await saveAnswers(door, { id, answers: { identity: wizard.identity }, now })).toMatchObject({
    ok: true,
  })
  expect(await createFromDraft(door, { id, opens: true, byEmail, now })).toMatchObject({
    refusal: 'answers_missing',
  })
  await saveAnswers(door, { id, answers: wizard as never, now })
  expect(await createFromDraft(door, { id, opens: true, byEmail, now })).toMatchObject({ ok: true })
  expect(await findDraft(id)).toBeNull()
  const file = { ...answers, identity: { ...identity, id: 'val-n' }, host: 'val-n.localhost', open: true }
  await createCity(door, CityAnswers.parse(file), { author: byEmail, domain: 'localhost', now })
  await refreshRegistry()
  const [one, other] = [await findTenant('val-m'), await findTenant('val-n')]
  const plain = (city: unknown) => JSON.stringify(city).replaceAll(/val-[mn]/g, 'val')
  expect(plain(one)).toBe(plain(other))
})

test('colours that nobody could read are not kept', async () => {
  const { id } = await startDraft(door, { commune: 'Val', byEmail, now })
  const look = { brand: '#ffffff', accent: '#ffff00' }
  expect(await saveAnswers(door, { id, answers: { look }, now })).toMatchObject({
    refusal: 'colours_unreadable',
  })
})

test('a city changes its state by the ways there are, with a reason for a closed door', async () => {
  const file = { ...answers, identity: { ...identity, id: 'val-o' }, open: true }
  await createCity(door, CityAnswers.parse(file), { author: byEmail, domain: 'localhost', now })
  const change = (status: 'draft' | 'suspended' | 'closing' | 'deleted', reason = '') =>
    setCityStatus(door, { city: 'val-o', status, reason, byEmail, now })
  expect(await change('draft')).toMatchObject({ refusal: 'status_not_next' })
  expect(await change('suspended')).toMatchObject({ refusal: 'status_reason_needed' })
  expect(await change('suspended', 'Travaux')).toMatchObject({ ok: true })
  expect(await change('closing', 'La ville s’en va')).toMatchObject({ ok: true })
  expect(await change('deleted')).toMatchObject({ refusal: 'status_not_next' })
  const [row] = await door.registry.select().from(cities).where(eq(cities.id, 'val-o'))
  expect([row!.status, row!.closesAt!.getTime() - now.getTime()]).toEqual(['closing', 30 * 86_400_000])
  const acts = await door.registry.select().from(operatorActs).where(eq(operatorActs.cityId, 'val-o'))
  expect(acts.length).toBe(2)
})

test('a city opens to everyone once nothing is missing, and not because somebody was invited', async () => {
  const tenant = { id: 'val-p' }
  const file = CityAnswers.parse({ ...answers, identity: { ...identity, ...tenant } })
  await createCity(door, file, { author: byEmail, domain: 'localhost', now })
  const change = (status: 'active' | 'trial') =>
    setCityStatus(door, { city: tenant.id, status, reason: '', byEmail, now })
  expect(await change('active')).toMatchObject({ refusal: 'status_not_ready' })
  expect(await change('trial')).toMatchObject({ ok: true })
  await aPerson(tenant, { role: 'owner' })
  await aPerson(tenant, { role: 'moderator' })
  expect(await change('active')).toMatchObject({ refusal: 'status_not_ready' })
  await aPerson(tenant, { role: 'owner' })
  expect(await change('active')).toMatchObject({ ok: true })
})

test('the list tells how each city is doing', async () => {
  const { cities: listed } = await listCitiesFor(1, now)
  expect(listed.find(({ id }) => id === 'belleville')).toMatchObject({ status: 'active', version: 1 })
  expect((await findCityFor('belleville', now))!.hosts.length).toBeGreaterThan(0)
  expect(await findCityFor('nowhere', now)).toBeNull()
})
