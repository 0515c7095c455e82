import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import type { Operator } from '../../db/operator'
import { CannotStart } from '../../server/start/cannot-start'
import { createCity, type CreationRefusal } from '../../tenancy/creation/commands'
import { CityAnswers } from '../../tenancy/creation/input'
import { publicOrigin } from '../../tenancy/origin'

const refusals: Record<CreationRefusal, string> = {
  city_known: 'there is a city of this id already.',
  host_taken: 'its host belongs to another city.',
  colours_unreadable: 'its colours cannot be read on every ground: choose darker ones.',
  settings_contradict: 'its settings contradict each other.',
  not_ready: 'it cannot open yet. Complete what is missing, or say "open": false and open it later.',
}

type Choices = { demo: boolean; now: Date }

/** A city from a file of answers, the same that the wizard asks for. */
export async function create(operator: Operator, file: string, { demo, now }: Choices): Promise<void> {
  const answers = readAnswers(file)
  if (!demo && !answers.host) throw new CannotStart(`${file}: say the host that the city will have.`)
  const author = `user:${userInfo().username}`
  const outcome = await createCity(operator, answers, { author, domain: 'localhost', now })
  if (!outcome.ok) throw new CannotStart(`${answers.identity.id}: ${refusals[outcome.refusal]}`)
  const { hosts, id } = outcome.value
  const state = answers.open ? 'open' : 'a draft that its own people see'
  console.log(`${id} is there, ${state}: ${publicOrigin(hosts.shared ?? hosts.decider ?? hosts.agir!)}`)
  for (const { email, role } of answers.people) console.log(`  ${email} is invited as ${role}`)
}

export function readAnswers(file: string): CityAnswers {
  const read = CityAnswers.safeParse(jsonIn(file))
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new CannotStart(`${file} does not describe a city:\n${problems.join('\n')}`)
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CannotStart(`${file}: ${error instanceof Error ? error.message : error}`)
  }
}
