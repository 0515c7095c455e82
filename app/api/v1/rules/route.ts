import { allowReading, answerJson } from '@/lib/open-data/answers'
import { listRuleSets } from '@/lib/rules/queries'
import { currentSite } from '@/lib/tenancy/current-site'

export const OPTIONS = allowReading

/** Every set of rules the city has had, the one in force first. */
export async function GET(request: Request) {
  const { tenant } = await currentSite()
  const sets = await listRuleSets(tenant)
  return answerJson(tenant, request, {
    rules: sets.map(({ version, validFrom, threshold, timeZone, reason, runningIdeas, rules }, index) => ({
      version,
      inForce: index === 0,
      validFrom: validFrom.toISOString(),
      threshold,
      timeZone,
      reason,
      runningIdeas,
      rules,
    })),
  })
}
