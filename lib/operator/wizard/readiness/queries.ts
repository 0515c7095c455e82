import 'server-only'
import { CityAnswers } from '../../../tenancy/creation/input'
import { cityFrom } from '../../../tenancy/creation/rules'
import { hasSender } from '../../../tenancy/readiness/queries'
import {
  missingBeforeOpening,
  onceTheyCome,
  type Readiness,
  type ReadinessPoint,
} from '../../../tenancy/readiness/rules'
import type { Answers } from '../rules'

export type Foreseen = { facts: Readiness; missing: ReadinessPoint[] }

/** What the city would have of what it needs to open, counting those invited as if they had come; null before it can be made. */
export function foreseeReadiness(answers: Answers): Foreseen | null {
  const { known: _, logo, ...rest } = answers as Answers & { known?: unknown }
  const read = CityAnswers.safeParse(rest)
  if (!read.success) return null
  const tenant = cityFrom(read.data, 'localhost', logo)
  const facts = onceTheyCome(tenant, read.data.people, hasSender(tenant))
  return { facts, missing: missingBeforeOpening(facts) }
}
