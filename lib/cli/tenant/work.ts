import { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import type { Operator } from '../../db/operator'
import { nameOwner, type OwnerRefusal } from '../../people/roles/first/commands'
import { thresholdOf } from '../../rules/rules'
import { sentenceProblems } from '../../i18n/sentence-problems'
import { CannotStart } from '../../server/start/cannot-start'
import { publishSettings, type PublishRefusal } from '../../tenancy/versions/commands'
import {
  consequencesOf,
  isForced,
  originOf,
  planOf,
  type Planned,
  settingsOf,
  type Version,
} from '../../tenancy/versions/plan/rules'
import { countRunning, listCities, listInUse, listVersions } from '../../tenancy/versions/queries'
import { digestOf, membersOf, settingsProblems } from '../../tenancy/versions/rules'
import { themeProblems } from '../../theme/rules'
import { consequenceWords, originWords, planWords, problemWords, valueWords } from './words'

export async function list(operator: Operator): Promise<void> {
  for (const { id, status, publishedVersion } of await listCities(operator)) {
    const versions = await operator.inCity({ id }, listVersions)
    const head = versions.find(({ version }) => version === publishedVersion)
    console.log(`${id.padEnd(20)} ${status.padEnd(10)} ${head ? originWords(head) : 'nothing published'}`)
  }
}

export async function show(operator: Operator, city: string, json: boolean): Promise<void> {
  const versions = await published(operator, city)
  const settings = Tenant.parse(versions.at(-1)!.settings)
  if (json) return console.log(JSON.stringify(settings, null, 2))
  console.log(`${city}, ${originWords(versions.at(-1)!)}\n`)
  for (const [key, value] of Object.entries(membersOf(settings) ?? {})) {
    console.log(`${key.padEnd(14)} ${valueWords(value)}`)
    console.log(`${''.padEnd(14)} ${originWords(originOf(versions, key))}`)
  }
}

export async function plan(operator: Operator, wanted: Tenant): Promise<void> {
  const known = (await listCities(operator)).some(({ id }) => id === wanted.id)
  if (!known) {
    refuseProblems(await operator.inCity(wanted, (db) => problemsOf(db, wanted, wanted)))
    return console.log(`${wanted.id} is not registered yet: apply would register it with version 1.`)
  }
  await operator.inCity(wanted, async (db) => {
    const { current, planned } = await compared(db, wanted)
    if (planned.length === 0) return console.log(`${wanted.id}: the file and what is in force are the same.`)
    console.log(planWords(wanted.id, planned))
    for (const line of await consequences(db, current, wanted, planned)) console.log(`→ ${line}`)
    refuseProblems(await problemsOf(db, current, wanted))
  })
}

const ownerWords: Record<OwnerRefusal, string> = {
  nobody_known: 'Nobody has signed in there with this address: let them sign in once, then ask again.',
  several_known: 'Several accounts have this address: the city has to say which one, in another way.',
  already_governs: 'This person governs the city already.',
}

export async function giveTo(operator: Operator, city: string, email: string): Promise<void> {
  await published(operator, city)
  const outcome = await nameOwner({ id: city }, { email, now: new Date() })
  if (!outcome.ok) throw new CannotStart(ownerWords[outcome.refusal])
  console.log(`${outcome.value.name ?? email} is now an owner of ${city}.`)
}

type Choices = { note: string | null; reason: string | null; force: string[]; author: string; now: Date }

export async function apply(operator: Operator, wanted: Tenant, choices: Choices): Promise<void> {
  const known = (await listCities(operator)).some(({ id }) => id === wanted.id)
  await operator.inCity(wanted, async (db) => {
    if (!known)
      return publish(db, { tenant: wanted, base: null, ...choices, reason: choices.reason ?? 'first_rules' })
    const { current, planned, versions } = await compared(db, wanted)
    const settings = settingsOf(current, wanted, planned, choices.force)
    const tenant = Tenant.parse(settings)
    const taken = planned.filter((one) => !one.drifted || isForced(one, choices.force))
    const left = planned.filter((one) => !taken.includes(one))
    if (left.length > 0)
      console.log(`${planWords(wanted.id, left)}\nLeft as it is; --force <key> takes it over.\n`)
    if (taken.length === 0) return console.log(`${wanted.id}: nothing to publish.`)
    if (changesRules(current, tenant) && !choices.reason)
      throw new CannotStart('The rules change: say why, for the public, with --reason "…".')
    refuseProblems(await problemsOf(db, current, tenant))
    console.log(planWords(wanted.id, taken))
    for (const line of await consequences(db, current, tenant, taken)) console.log(`→ ${line}`)
    await publish(db, { tenant, base: versions.at(-1)!.version, ...choices, reason: choices.reason ?? '' })
  })
}

async function publish(db: Db, publication: Parameters<typeof publishSettings>[1]): Promise<void> {
  if (publication.base === null) refuseProblems(await problemsOf(db, publication.tenant, publication.tenant))
  const published = await publishSettings(db, publication)
  if (!published.ok) throw new CannotStart(`${publication.tenant.id}: ${refusals[published.refusal]}`)
  const { version, newRules } = published.value
  console.log(
    `${publication.tenant.id}: version ${version} is in force${newRules ? ', with new rules' : ''}.`,
  )
}

const refusals: Record<PublishRefusal, string> = {
  published_meanwhile: 'someone else has just published. Plan again.',
  host_of_another_city: 'a host of the file belongs to another city.',
  nothing_new: 'nothing to publish.',
}

async function published(operator: Operator, city: string): Promise<Version[]> {
  const head = (await listCities(operator)).find(({ id }) => id === city)
  if (!head) throw new CannotStart(`${city} is not a city of this registry.`)
  const versions = await operator.inCity({ id: city }, listVersions)
  return versions.filter(({ version }) => version <= head.publishedVersion)
}

async function compared(db: Db, wanted: Tenant) {
  const versions = await listVersions(db)
  const current = Tenant.parse(versions.at(-1)!.settings)
  return { versions, current, planned: planOf(versions, wanted) }
}

async function consequences(db: Db, before: Tenant, after: Tenant, changes: Planned[]): Promise<string[]> {
  const thresholds = {
    before: thresholdOf(before.ideas, before.population),
    after: thresholdOf(after.ideas, after.population),
  }
  return consequencesOf(changes, { running: await countRunning(db), thresholds }).map(consequenceWords)
}

function changesRules(before: Tenant, after: Tenant): boolean {
  const rules = ({ ideas, timeZone, population }: Tenant) =>
    digestOf([ideas, timeZone, thresholdOf(ideas, population)])
  return rules(before) !== rules(after)
}

async function problemsOf(db: Db, before: Tenant, after: Tenant): Promise<string[]> {
  const contradictions = [
    ...settingsProblems(after),
    ...sentenceProblems(before, after),
    ...(await listInUse(db, before, after)),
  ]
  return problemWords(contradictions, themeProblems(after.theme))
}

function refuseProblems(problems: string[]): void {
  if (problems.length > 0) throw new CannotStart(`This cannot be published:\n${problems.join('\n')}`)
}
