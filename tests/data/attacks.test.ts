import { beforeAll, expect, test, vi } from 'vitest'
import { sessions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { actsAs, grantedRoles, type Role } from '@/lib/people/rules'
import { operatorHost } from '@/lib/operator/host'
import { publicOrigin } from '@/lib/tenancy/origin'
import { siteForHost } from '@/lib/tenancy/registry'
import type { Tenant } from '@/tenants/tenant'
import { actionsAsked } from '../support/actions-asked'
import { type Asked, kinds, type Kind } from '../support/asking'
import { actionsThere, comesIn, cookieOf, hostOf, stateOf } from '../support/attacks'
import { aCity } from '../support/cities'
import { aPerson, aSession } from '../support/factories'
import { targetsIn } from '../support/targets'

/** What Next hands to an action: the request, and a jar without cookies of ours. */
const request = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(request.headers),
  cookies: () => Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}))
vi.mock('next/cache', () => ({ refresh: () => undefined, revalidatePath: () => undefined }))

type Action = (before: object, form: FormData) => Promise<{ status: string; refusal?: string }>
const modules = import.meta.glob<Record<string, Action>>('../../lib/**/actions.ts')
const isOfTheOperator = ({ path }: { path: string }) => path.startsWith('lib/operator/')
const ours = actionsThere.filter((action) => !isOfTheOperator(action))
const who = ({ key }: { key: string }) => actionsAsked[key]!.who

let [here, there]: Tenant[] = []
let mine: Record<Kind, string>
let theirs: Record<Kind, string>

beforeAll(async () => {
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true')
  ;[here, there] = [await aCity(), await aCity()]
  ;[mine, theirs] = [await targetsIn(here), await targetsIn(there)]
})

type Asking = { cookie?: string | undefined; origin?: string; operator?: true; form?: Record<string, string> }

/** What came of it, in one word: how it ended, or the reason it was refused for. */
async function ask(
  { path, name }: { path: string; name: string },
  { cookie, origin, operator, form = {} }: Asking,
): Promise<string> {
  const site = await siteForHost(hostOf(here!))
  request.headers = new Headers({
    'x-parvis-host': hostOf(here!),
    origin: origin ?? site!.origin,
    ...(cookie && { cookie }),
    ...(operator && { 'x-parvis-operator': '1' }),
  })
  const sent = new FormData()
  for (const [field, value] of Object.entries(form)) sent.append(field, value)
  const action = (await modules[`../../${path}`]!())[name]!
  const ended = await action({ status: 'idle' }, sent).catch((thrown: { digest?: string }) => {
    if (!thrown.digest) throw thrown
    return { status: thrown.digest }
  })
  const [word, , where = ''] = ended.status.split(';')
  if (word === 'NEXT_REDIRECT') return where.includes('/connexion') ? 'sign in' : 'led on'
  return ended.status.endsWith(';403') ? 'forbidden' : ('refusal' in ended && ended.refusal) || ended.status
}

/** The form as it would be filled in about these things. */
function filled({ of = [], form = {} }: Asked, things: Record<Kind, string>) {
  const named = of.map((kind) => [
    kind === 'idea' && form.kind === 'idea' ? 'subjectId' : kinds[kind],
    things[kind],
  ])
  return { ...form, ...(Object.fromEntries(named) as Record<string, string>) }
}

const answersTo = async (asked: (action: (typeof ours)[number]) => Asking | null) => {
  const before = await stateOf([here!, there!])
  const answers: Record<string, string> = {}
  for (const action of ours) {
    const asking = asked(action)
    if (asking) answers[action.key] = await ask(action, asking)
  }
  expect(await stateOf([here!, there!])).toEqual(before)
  return answers
}

/** What is said of a thing that the city does not have, or that is not of whoever asks. */
const notTheirs = ['not_there', 'draft_gone', 'template_gone', 'not_merged', 'not_carrier', 'not_appealable']
const noBusiness = [...notTheirs, 'nothing_asked', 'not_author', 'not_city', 'not_seeking']
/** Taking back what one does not have is done before it was asked. */
const quiet = /#(unfollow|stopFollowing|stop|giveBack|forgetLetter)$/

const only = (words: string[], answers: Record<string, string>) =>
  expect(
    Object.entries(answers).filter(([key, answer]) => !words.includes(answer) && !quiet.test(key)),
  ).toEqual([])

test('every server action says who may ask for it', () => {
  const said = Object.entries(actionsAsked).map(([key, asked]) => [key, asked.who])
  expect(said.sort()).toEqual(
    actionsThere.map(({ key, wrapper }) => [key, wrapper.replace('areaAdmin', 'area_admin')]).sort(),
  )
  expect(said.length).toBeGreaterThan(130)
})

test('a form sent from another site is nobody’s, whoever is signed in', async () => {
  const cookie = await comesIn(here!, grantedRoles)
  only(['forbidden'], await answersTo(() => ({ cookie, origin: `http://${hostOf(there!)}` })))
})

test('without a session of this city that lives, whoever asks is asked to sign in', async () => {
  const personId = await aPerson(here!, { role: 'owner' })
  const ended = await aSession(here!, personId)
  await inTenant(here!, (db) => db.update(sessions).set({ revokedAt: new Date() }))
  const living = await cookieOf(here!, await aSession(here!, personId))
  const cookies = [
    undefined,
    await comesIn(there!, grantedRoles),
    await cookieOf(here!, ended),
    living.replace(/.{4}$/, 'AAAA'),
    await cookieOf(here!, { ...ended, personId: mine.person }),
  ]
  for (const cookie of cookies)
    only(['sign in'], await answersTo((action) => (who(action) === 'visitor' ? null : { cookie })))
})

test.each([null, ...grantedRoles])('%s does nothing that the role is not for', async (role) => {
  const cookie = await comesIn(here!, role ? [role] : [])
  const acting = { grants: role ? [{ role, scopeKind: 'city', scopeValue: null } as const] : [] }
  const answers = await answersTo((action) => {
    const asked = who(action)
    const may = asked === 'visitor' || (asked === 'staff' ? role !== null : actsAs(acting, asked as Role))
    return may ? null : { cookie }
  })
  expect(Object.keys(answers).length).toBeGreaterThan(3)
  only(['forbidden'], answers)
})

test('whoever holds every role of a city finds nothing of another in it', async () => {
  const cookie = await comesIn(here!, grantedRoles)
  const answers = await answersTo(({ key }) => {
    const asked = actionsAsked[key]!
    return asked.of ? { cookie, form: filled(asked, theirs) } : null
  })
  expect(Object.keys(answers).length).toBeGreaterThan(80)
  only([...notTheirs, 'nothing_asked'], answers)
})

test('what is one person’s is not another’s to change, signed in or not', async () => {
  const citizen = await comesIn(here!)
  for (const cookie of [citizen, undefined]) {
    const answers = await answersTo((action) => {
      const asked = actionsAsked[action.key]!
      if (!asked.own || (!cookie && asked.who !== 'visitor')) return null
      return { ...(cookie && { cookie }), form: filled(asked, mine) }
    })
    expect(Object.keys(answers).length).toBeGreaterThan(6)
    only([...noBusiness, 'not_valid'], answers)
  }
})

test('the operator’s actions are not to be had from a city, nor without the operator’s session', async () => {
  const theOperators = actionsThere.filter(isOfTheOperator)
  const cookie = await comesIn(here!, grantedRoles)
  for (const action of theOperators) {
    expect([action.key, await ask(action, { cookie })]).toEqual([action.key, 'forbidden'])
    if (who(action) !== 'operator') continue
    const atTheDoor = await ask(action, { cookie, origin: publicOrigin(operatorHost()), operator: true })
    expect([action.key, atTheDoor]).toEqual([action.key, 'sign in'])
  }
})

test('what is refused to others is done for whoever may', async () => {
  const cookie = await cookieOf(here!, await aSession(here!, mine.person))
  const done = async (key: string, things = mine) =>
    ask(
      actionsThere.find((action) => action.key === key)!,
      { cookie, form: filled(actionsAsked[key]!, things) },
    )
  expect(await done('ideas/deposit#keepText')).toBe('done')
  expect(await done('comments#change')).toBe('led on')
  expect(await done('notifications/inbox#openNotice')).toBe('led on')
  expect(await done('ideas/carriers#uninvite')).toBe('done')
})
