import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { keyOfMailbox, markRefused } from '@/lib/mail/outbox/commands'
import { checkDomain, releaseMailbox } from '@/lib/mail/sender/commands'
import { lineOf } from '@/lib/mail/sender/line'
import { findMailHealth, findSender } from '@/lib/mail/sender/queries'
import { dkimState, dmarcState, isPaused, passwordName, spfState } from '@/lib/mail/sender/rules'
import { SaveSender } from '@/lib/mail/sender/input'
import { tryLetter } from '@/lib/mail/sender/trial'
import { marsa } from '@/tenants/marsa'
import { Tenant } from '@/tenants/tenant'
import { auditEvents, letters } from '@/drizzle/schema'
import { aPerson } from '../support/factories'
import { aMailServer } from '../support/mail-server'
import { ownFolder } from '../support/own-folder'

let mail: Awaited<ReturnType<typeof aMailServer>>
const now = new Date('2026-11-21T12:00:00Z')
const server = {
  host: 'smtp.interne.test',
  port: 465,
  security: 'tls',
  user: 'ville',
  from: 'ville@exemple.fr',
}

beforeAll(async () => {
  mail = await aMailServer()
  process.env.SMTP_URL = mail.url
})
afterAll(() => mail.close())

const ownServer = (change = {}) =>
  Tenant.parse({ ...marsa, mail: { sender: 'city', server: { ...server, ...change } } })

const letter = {
  ...{ from: { name: 'Ville', address: 'no-reply@ville.fr' }, to: { name: '', address: 'a@exemple.fr' } },
  ...{ returnPath: 'no-reply@ville.fr', replyTo: 'x@ville.fr', messageId: '<1@ville.fr>', subject: 's' },
  ...{ html: '<p>h</p>', text: 't', quoted: { html: '<p>h</p>', text: 't' }, headers: {} },
}

test('when the city’s server fails its letters leave by the operator’s, and that is written down once', async () => {
  const tenant = ownServer()
  const owner = await aPerson(marsa, { role: 'owner', email: 'nour@exemple.fr' })
  for (const at of [now, new Date(now.getTime() + 60_000)]) {
    const line = await lineOf(tenant, at)
    await line.post(letter)
    line.close()
  }
  expect(mail.received).toHaveLength(2)
  expect(await findMailHealth(tenant)).toMatchObject({ failingSince: now })
  const told = await inTenant(tenant, (db) => db.select().from(auditEvents))
  expect(told.filter(({ action }) => action === 'sender_failing')).toHaveLength(1)
  const alerts = await inTenant(tenant, (db) =>
    db
      .select()
      .from(letters)
      .where(and(eq(letters.kind, 'sender_failing'), eq(letters.personId, owner))),
  )
  expect(alerts).toHaveLength(1)
})

test.each(['127.0.0.1', 'localhost', '10.0.0.1', 'db.internal'])(
  'a city’s mail server is never looked for at %s',
  async (host) => {
    const tenant = ownServer()
    const chosen = { ...tenant.mail, server: { ...tenant.mail.server!, host } }
    await tryLetter(tenant, { mail: chosen, to: 'a@exemple.fr', locale: 'fr', now })
    expect(await findMailHealth(tenant)).toMatchObject({
      trialArrived: false,
      trialAnswer: 'address_refused',
    })
  },
)

test('a test letter leaves by the way that was chosen, and its answer is kept without an address', async () => {
  const tenant = Tenant.parse({ ...marsa, mail: {} })
  mail.received.length = 0
  await tryLetter(tenant, { mail: tenant.mail, to: 'admin@exemple.fr', locale: 'fr', now })
  expect(mail.received).toHaveLength(1)
  expect(await findMailHealth(tenant)).toMatchObject({ trialArrived: true, triedWith: 'operator' })
  mail.be('refusing')
  await tryLetter(tenant, { mail: tenant.mail, to: 'admin@exemple.fr', locale: 'fr', now })
  mail.be('kind')
  const health = await findMailHealth(tenant)
  expect(health!.trialArrived).toBe(false)
  expect(health!.trialAnswer).toContain('no such mailbox')
  expect(health!.trialAnswer).not.toContain('admin@exemple.fr')
})

test('what the DNS says of a sender is read as a mail server would', async () => {
  expect([spfState([]), spfState(['v=spf1 mx -all']), spfState(['v=spf1 +all'])]).toEqual([
    'missing',
    'good',
    'weak',
  ])
  expect([dkimState([]), dkimState(['v=DKIM1; p=']), dkimState([`v=DKIM1; p=${'A'.repeat(60)}`])]).toEqual([
    'missing',
    'weak',
    'good',
  ])
  expect([dmarcState([]), dmarcState(['v=DMARC1; p=none']), dmarcState(['v=DMARC1; p=reject'])]).toEqual([
    'missing',
    'weak',
    'good',
  ])
  const zone = join(await ownFolder(), 'zone.txt')
  await writeFile(zone, 'exemple.fr TXT v=spf1 mx -all\n_dmarc.exemple.fr TXT v=DMARC1; p=none\n')
  process.env.DNS_ZONE = zone
  const tenant = ownServer({ dkimSelector: 'k1' })
  await checkDomain(tenant, tenant.mail.server!, now)
  delete process.env.DNS_ZONE
  const health = await findMailHealth(tenant)
  expect(health).toMatchObject({ domain: 'exemple.fr', spf: 'good', dkim: 'missing', dmarc: 'weak' })
})

test('a mailbox that refused is known by a part of its address, and let go with a reason', async () => {
  const by = { id: await aPerson(marsa, { role: 'owner' }), name: 'Nour', grants: [] }
  await markRefused(marsa, 'ines@exemple.fr', '550 no such mailbox', now)
  const mailboxKey = keyOfMailbox(marsa, 'ines@exemple.fr')
  const { suppressed } = await findSender(marsa, marsa.mail)
  expect(suppressed.find((one) => one.mailboxKey === mailboxKey)?.masked).toBe('i•••@e•••.fr')
  const reason = 'Elle a changé de fournisseur'
  expect((await releaseMailbox(marsa, { mailboxKey, reason, by, now })).ok).toBe(true)
  const again = await releaseMailbox(marsa, { mailboxKey, reason, by, now })
  expect(again).toEqual({ ok: false, refusal: 'not_there' })
})

test('a password belongs to one account on one server; a failing one is asked again after a quarter of an hour', () => {
  const one = { host: 'smtp.a.fr', port: 465, user: 'ville' }
  expect(passwordName(one)).not.toBe(passwordName({ ...one, host: 'smtp.b.fr' }))
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  expect(isPaused(now, now, after(14))).toBe(true)
  expect(isPaused(now, now, after(16))).toBe(false)
  expect(isPaused(null, null, now)).toBe(false)
})

test('a sender of the city needs a server and an address', () => {
  const filled = { rowVersion: '0', sender: 'city', port: '465', security: 'tls' }
  expect(SaveSender(['fr']).safeParse(filled).success).toBe(false)
  const whole = { ...filled, host: 'smtp.ville.fr', address: 'ville@ville.fr', 'name.fr': 'La Ville' }
  expect(SaveSender(['fr']).parse(whole).mail).toMatchObject({
    senderName: { fr: 'La Ville' },
    sender: 'city',
  })
})
