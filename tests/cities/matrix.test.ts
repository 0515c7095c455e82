import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consultations, ideas, people, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { grantedRoles } from '@/lib/people/rules'
import { addressed, type Asker, askers, everyRoute, expected } from '../support/matrix'
import { askRaw } from '../support/raw'
import { aDate, anActivity, anOrganisation } from '../support/agir'
import { anIdea, aPerson } from '../support/factories'
import { anInitiative } from '../support/initiatives'
import { removeFolders } from '../support/product'
import { aRunningProduct, cookieOf } from '../support/running-product'

const here = { id: 'belleville', host: 'belleville.localhost' }
const there = { id: 'puerto-claro', host: 'puerto-claro.localhost' }
/** A word that only the other city's rows hold. */
const mark = 'Zyxomarque'

let product: Awaited<ReturnType<typeof aRunningProduct>>
let cookies: Record<Asker, string>
let own: Record<string, string>
let foreign: Record<string, string>

beforeAll(async () => {
  product = await aRunningProduct()
  const staff = await Promise.all(grantedRoles.map(async (role) => [role, await cookieOf(here, role)]))
  const [citizen, stranger] = [await cookieOf(here), await cookieOf(there, 'owner')]
  cookies = { nobody: '', citizen, ...Object.fromEntries(staff), stranger } as Record<Asker, string>
  own = await namesIn(here)
  foreign = { ...(await namesIn(there, mark)), ...(await thingsOfAgir(there)) }
})
afterAll(async () => {
  await product.stop()
  await removeFolders()
})

/** A thing of each kind that an address may name. */
async function namesIn(city: { id: string }, word = 'Une fontaine') {
  const author = await aPerson(city, { name: `${word} auteur`, email: `${word}@exemple.fr` })
  const idea = await anIdea(city, {
    authorId: author,
    title: `${word} idée`,
    body: `${word} texte `.repeat(20),
  })
  return inTenant(city, async (db) => {
    await db.update(ideas).set({ title: `${word} idée` })
    await db.update(people).set({ name: `${word} personne` })
    const [consultation] = await db.select().from(consultations).limit(1)
    const [task] = await db.select().from(tasks).limit(1)
    return {
      id: idea.id,
      slug: idea.slug,
      consultation: consultation?.slug ?? 'x',
      task: task?.id ?? idea.id,
    }
  })
}

/** What Agir's addresses may name, each with the word in it. */
async function thingsOfAgir(city: { id: string }) {
  const title = `${mark} activité`
  const organisation = await anOrganisation(city, { name: `${mark} organisation` })
  const activity = await anActivity(city, { title, organisationId: organisation.id })
  const { id: date } = await aDate(city, activity.id, new Date(Date.now() + 7 * 86_400_000))
  const initiative = await anInitiative(city, { title: `${mark} initiative` })
  return {
    date,
    ...{ activites: activity.slug, 'mes-activites': activity.id, proposer: activity.id },
    ...{ organisations: organisation.slug!, 'mes-organisations': organisation.id },
    ...{ initiatives: initiative.slug, 'mes-initiatives': initiative.id },
  }
}

function ask(route: string, asker: Asker, names: Record<string, string>, host = here.host) {
  const [method, path] = route.includes(' ') ? route.split(' ') : ['GET', route]
  const noun = names[path!.split('/')[2] ?? '']
  const slug = noun ?? (path!.includes('/consultations/') ? names.consultation! : names.slug!)
  const id = noun ?? (path!.includes('/moderation/') ? names.task! : names.id!)
  const values = {
    slug,
    id,
    date: names.date ?? 'x',
    step: 'texte',
    file: 'x',
    version: '1',
    name: 'nouvelles',
    state: 'panne',
    extension: 'x',
    group: 'regles',
  }
  const origin = `http://${host}:${product.port}`
  const lines = [`${method} ${addressed(path!, values)} HTTP/1.1`, `Host: ${host}:${product.port}`]
  if (cookies[asker]) lines.push(`Cookie: ${cookies[asker]}`)
  if (method !== 'GET') lines.push(`Origin: ${origin}`, 'Content-Length: 0')
  return askRaw(product.port, lines.join('\n'))
}

describe.each(everyRoute())('%s', (route) => {
  test('answers each as it is said, and nothing of another city', async () => {
    const wanted = expected(route)
    const given = await Promise.all(askers.map((asker) => ask(route, asker, own)))
    const answers = Object.fromEntries(askers.map((asker, at) => [asker, String(given[at]!.status)]))
    expect(answers).toEqual(wanted)
    const elsewhere = await Promise.all(
      (['nobody', 'owner', 'stranger'] as const).map((one) => ask(route, one, foreign)),
    )
    for (const { status, body } of [...given, ...elsewhere]) {
      expect(body).not.toContain(mark)
      expect(status).toBeLessThan(500)
    }
    if (/\[(id|slug|date)\]/.test(route)) expect(elsewhere.map(({ status }) => status)).not.toContain(200)
  })
})

test.each(['activites', 'organisations', 'initiatives'])(
  'edge 38: what is not there under /agir/%s in one city is there in its own',
  async (noun) => {
    const [own, other] = await Promise.all(
      [there, here].map(({ host }) => ask(`/agir/${noun}/[slug]`, 'nobody', foreign, host)),
    )
    expect([own!.status, other!.status]).toEqual([200, 404])
    expect(own!.body).toContain(mark)
  },
)
