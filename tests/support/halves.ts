import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { inTenant } from '@/lib/db'
import { localized } from '@/lib/i18n/localized'
import { inviteToRun } from '@/lib/people/invitations/commands'
import type { Tenant } from '@/tenants/tenant'
import { ask, deadLinks, type Most } from './crawl'
import { cookieOf, decide } from './running-product'

/** What a city may have: both platforms, or one of them; where one only decides, without consultations. */
export const halves = {
  both: { ideas: true, consultations: true, agir: true },
  decider: { ideas: true, consultations: false, agir: false },
  agir: { ideas: false, consultations: true, agir: true },
}
export type Half = keyof typeof halves
export const everyHalf = Object.keys(halves) as Half[]

export const documents = ['/robots.txt', '/sitemap.xml', '/manifest.webmanifest', '/api/v1/openapi.json']
const belleville = { id: 'belleville', host: 'belleville.localhost' }
const nothing = 'introuvable-non'

/** Until the process that serves has heard of it. */
export async function until(port: number, address: string, status: number) {
  for (let tries = 0; tries < 100; tries++) {
    if ((await ask({ port }, address)).status === status) return
    await pause(50)
  }
  throw new Error(`${address} does not answer ${status}`)
}

/**
 * Gives a city on one host what it may have, and follows its links: as nobody, then as its owner where a page is not the
 * same for everyone, and those of a letter that is written then.
 */
export async function crawlOneHost(port: number, which: Half, most?: Most) {
  const origin = `http://${belleville.host}:${port}`
  const tenant = await decide(belleville.id, (settings) => ({ ...settings, modules: halves[which] }))
  await until(port, `${origin}/decider/idees`, which === 'agir' ? 404 : 200)
  for (const page of ['decider/consultations', 'api/v1/consultations'])
    await until(port, `${origin}/${page}`, which === 'both' ? 200 : 404)
  await until(port, `${origin}/agir`, which === 'decider' ? 404 : 200)
  const platform = which === 'agir' ? '/agir' : '/decider'
  const own = ['compte', 'administration', 'moderation', nothing].map((page) => `${platform}/${page}`)
  const [cookie, email] = [await cookieOf(belleville, 'owner'), await invited(tenant)]
  const crawl = { origins: [origin], ...(most ? { most } : {}) }
  const asNobody = await deadLinks(
    { port, origin },
    { ...crawl, begin: ['/', platform, ...own, ...documents] },
  )
  const asOwner = await deadLinks({ port, origin, cookie }, { ...crawl, begin: own, known: asNobody.shown })
  return {
    kinds: { nobody: asNobody.kinds, owner: asOwner.kinds },
    dead: [...asNobody.dead, ...asOwner.dead].filter((line) => !line.endsWith(`/${nothing} (404)`)),
    letter: await readLetter(port, origin, email),
    names: {
      decider: localized(tenant.platformNames.decider, 'fr', tenant),
      agir: localized(tenant.platformNames.agir, 'fr', tenant),
    },
  }
}

/** Nothing leads nowhere, nothing names what is not there, and enough was asked to say so. */
export function expectNoDeadEnd(which: Half, { dead, kinds, letter, names }: Crawled): void {
  expect(dead).toEqual([])
  expect(letter.dead).toEqual([])
  expect(letter.text).toContain(which === 'agir' ? names.agir : names.decider)
  if (which === 'agir') expect(letter.text).not.toContain(names.decider)
  const enough = which === 'agir' ? 15 : 30
  expect(kinds.nobody).toBeGreaterThan(enough)
  expect(kinds.owner).toBeGreaterThan(enough)
}
type Crawled = Awaited<ReturnType<typeof crawlOneHost>>

async function invited(tenant: Tenant): Promise<string> {
  const email = `${randomUUID()}@exemple.fr`
  const invitation = { email, role: 'owner', locale: 'fr', now: new Date() } as const
  await inTenant(tenant, (db) => inviteToRun(db, tenant, invitation))
  return email
}

/** The letter that somebody got, and those of its links that lead nowhere. */
async function readLetter(port: number, origin: string, email: string) {
  const mailbox = origin.replace(belleville.host, 'mailbox.localhost')
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await ask({ port }, `${mailbox}/api/messages?to=${email}`)
    const [letter] = (JSON.parse(body) as { messages: { html: string; text: string }[] }).messages
    if (letter)
      return { text: letter.html + letter.text, dead: await deadIn(port, letter.html + letter.text) }
    await pause(100)
  }
  throw new Error(`No letter has come to ${email}`)
}

async function deadIn(port: number, text: string): Promise<string[]> {
  const links = linksOfLetters(text)
  const answers = await Promise.all(links.map((link) => ask({ port }, link)))
  return links.filter((_, place) => answers[place]!.status >= 400)
}

const linksOfLetters = (text: string): string[] => {
  const found = text.match(/http:\/\/[\w.-]+\.localhost:\d+\/[^\s"'\\<>)]*/g) ?? []
  return [...new Set(found.map((link) => link.replaceAll('&amp;', '&')))]
}
