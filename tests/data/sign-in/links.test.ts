import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letters, people, sessions, signInLinks } from '@/drizzle/schema'
import { signSession, verifySession } from '@/lib/auth/session-token'
import { inTenant } from '@/lib/db'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { grantsInForce } from '@/lib/people/roles/queries'
import { askForLink, endSession, openLink } from '@/lib/people/sign-in/commands'
import { linkToken } from '@/lib/people/sign-in/queries'
import { findLink, isAlive } from '@/lib/people/sign-in/queries'
import { shippedCities } from '@/tenants/shipped'
import { anIdea, someoneSignedIn } from '../../support/factories'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const belleville = shippedCities.find(({ id }) => id === 'belleville')!

const newAddress = () => `quelquun-${crypto.randomUUID()}@exemple.fr`
const opening = { name: 'Karim', locale: 'fr', replaces: null } as const

async function aLink(email = newAddress(), now = new Date()) {
  const asked = await askForLink(paris, { email, next: '/idees', locale: 'fr', from: email, now })
  if (!asked.ok) throw new Error(asked.refusal)
  const rows = await inTenant(paris, (db) =>
    db.select().from(signInLinks).where(eq(signInLinks.email, email)),
  )
  const link = rows.find(({ usedAt }) => usedAt === null)!
  return { email, link, token: linkToken(paris, link.id) }
}

test('item 13, edge 45: a link lets in once, and only who presses the button', async () => {
  const { token } = await aLink()
  const now = new Date()
  expect(await findLink(paris, token)).toEqual({ next: '/idees', needsName: true })
  expect(await findLink(paris, token)).not.toBeNull()
  const opened = await openLink(paris, { ...opening, token, now })
  expect(opened).toMatchObject({ ok: true, value: { next: '/idees' } })
  expect(await openLink(paris, { ...opening, token, now })).toEqual({ ok: false, refusal: 'link_not_valid' })
  expect(await findLink(paris, token)).toBeNull()
})

test('ten presses at once let in one', async () => {
  const { token } = await aLink()
  const now = new Date()
  const pressed = await Promise.all(
    Array.from({ length: 10 }, () => openLink(paris, { ...opening, token, now })),
  )
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1)
})

test('someone new says what to call them, and the link still serves', async () => {
  const { token, email } = await aLink()
  const now = new Date()
  expect(await openLink(paris, { ...opening, name: null, token, now })).toEqual({
    ok: false,
    refusal: 'name_needed',
  })
  expect((await openLink(paris, { ...opening, token, now })).ok).toBe(true)
  const again = await aLink(email)
  expect(await openLink(paris, { ...opening, name: null, token: again.token, now })).toMatchObject({
    ok: true,
  })
})

test('another city’s link is not there', async () => {
  const { token } = await aLink()
  expect(await findLink(belleville, token)).toBeNull()
  const opened = await openLink(belleville, { ...opening, token, now: new Date() })
  expect(opened).toEqual({ ok: false, refusal: 'link_not_valid' })
})

test('a link of half an hour ago opens nothing', async () => {
  const { token } = await aLink(newAddress(), new Date(Date.now() - 31 * 60_000))
  expect(await openLink(paris, { ...opening, token, now: new Date() })).toEqual({
    ok: false,
    refusal: 'link_not_valid',
  })
})

test('the database holds nothing that opens a link', async () => {
  const { token, link, email } = await aLink()
  const written = await inTenant(paris, (db) => db.select().from(letters).where(eq(letters.address, email)))
  expect(JSON.stringify([link, written])).not.toContain(token)
})

test('edge 46: the sixth letter to one mailbox in a day is not sent, however it is spelled', async () => {
  const name = crypto.randomUUID().replaceAll('-', '')
  const spelled = [
    `${name}@gmail.com`,
    `${name}+a@gmail.com`,
    `${name.slice(0, 4)}.${name.slice(4)}@gmail.com`,
    `${name}@googlemail.com`,
    `${name}+b@gmail.com`,
  ]
  const ask = (email: string) =>
    askForLink(paris, { email, next: '/', locale: 'fr', from: email, now: new Date() })
  for (const email of spelled) expect((await ask(email)).ok).toBe(true)
  expect(await ask(`${name}+c@gmail.com`)).toEqual({ ok: false, refusal: 'too_many_letters' })
})

test('one network cannot ask for every mailbox', async () => {
  const from = crypto.randomUUID()
  const ask = () => askForLink(paris, { email: newAddress(), next: '/', locale: 'fr', from, now: new Date() })
  const answers = []
  for (let asked = 0; asked < 21; asked++) answers.push(await ask())
  expect(answers.filter(({ ok }) => ok)).toHaveLength(20)
  expect(answers.at(-1)).toEqual({ ok: false, refusal: 'too_many_asks' })
})

test('item 14: whether an address is known makes no difference to the answer', async () => {
  const { email, token } = await aLink()
  await openLink(paris, { ...opening, token, now: new Date() })
  const ask = (to: string) =>
    askForLink(paris, { email: to, next: '/', locale: 'fr', from: to, now: new Date() })
  const unknown = newAddress()
  expect(await ask(email)).toEqual(await ask(unknown))
  const { kind, locale, priority, state } = letters
  const sentTo = (address: string) =>
    inTenant(paris, (db) =>
      db.select({ kind, locale, priority, state }).from(letters).where(eq(letters.address, address)),
    )
  const stranger = await sentTo(unknown)
  expect(stranger).toHaveLength(1)
  expect(await sentTo(email)).toEqual([...stranger, ...stranger])
})

test('item 10: who deletes their account stays counted, and who registers again with that e-mail cannot be counted again', async () => {
  const { id: ideaId } = await anIdea(paris)
  const declares = (personId: string) =>
    inTenant(paris, (db) =>
      db
        .update(people)
        .set({ assurance: 'A2', birthYear: 1984, residence: 'lives' })
        .where(eq(people.id, personId)),
    )
  const { email, token } = await aLink()
  const now = new Date()
  const before = await openLink(paris, { ...opening, token, now })
  if (!before.ok) throw new Error(before.refusal)
  const { personId } = before.value
  await declares(personId)
  expect(await giveSupport({ tenant: paris, ideaId, ...before.value })).toMatchObject({
    counted: true,
    count: 1,
  })
  expect(await deleteAccount(paris, { personId, now })).toMatchObject({ ok: true })
  expect(await giveSupport({ tenant: paris, ideaId, ...before.value })).toMatchObject({ status: 401 })

  const spelled = email.replace('quelquun', 'Quelquun')
  const after = await openLink(paris, { ...opening, token: (await aLink(spelled)).token, now })
  if (!after.ok) throw new Error(after.refusal)
  await declares(after.value.personId)
  expect(await giveSupport({ tenant: paris, ideaId, ...after.value })).toMatchObject({
    repeated: true,
    count: 1,
  })
})

test('a session of one city, one epoch or one signature is nobody’s elsewhere', () => {
  const session = {
    sessionId: crypto.randomUUID(),
    personId: crypto.randomUUID(),
    expiresAt: new Date(Date.now() + 60_000),
  }
  const token = signSession('paris', 1, session)
  expect(verifySession('paris', 1, token)).toMatchObject({ personId: session.personId })
  expect(verifySession('belleville', 1, token)).toBeNull()
  expect(verifySession('belleville', 1, token.replace('.paris.', '.belleville.'))).toBeNull()
  expect(verifySession('paris', 2, token)).toBeNull()
  expect(verifySession('paris', 1, token.replace(session.personId, crypto.randomUUID()))).toBeNull()
  expect(verifySession('paris', 1, token.slice(0, -2))).toBeNull()
  expect(
    verifySession(
      'paris',
      1,
      signSession('paris', 1, { ...session, expiresAt: new Date(Date.now() - 1000) }),
    ),
  ).toBeNull()
  for (const odd of ['', 's1', '.....', 's1.paris', `s1.paris.${'x'.repeat(9000)}`])
    expect(verifySession('paris', 1, odd)).toBeNull()
})

test('a session ends the moment it is ended', async () => {
  const session = await someoneSignedIn(paris)
  expect(await isAlive(paris, session)).toBe(true)
  expect(await isAlive(belleville, session)).toBe(false)
  await endSession(paris, session.sessionId, new Date())
  expect(await isAlive(paris, session)).toBe(false)
  const [row] = await inTenant(belleville, (db) =>
    db.select().from(sessions).where(eq(sessions.id, session.sessionId)),
  )
  expect(row).toBeUndefined()
})

test('a person’s role is theirs in one city', async () => {
  const { personId } = await someoneSignedIn(paris, { role: 'admin' })
  const held = (city: { id: string }) => inTenant(city, (db) => grantsInForce(db, personId))
  expect(await held(paris)).toMatchObject([{ role: 'admin' }])
  expect(await held(belleville)).toEqual([])
})
