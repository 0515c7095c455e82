import 'server-only'
import { and, eq, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm'
import {
  activityClaims,
  initiatives,
  memberships,
  news,
  organisationProofs,
  organisations,
} from '../../../../../drizzle/schema'
import { invitationDays } from '../../../../agir/organisations/members/rules'
import type { Due } from '../rules'

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`

/** Who was asked by letter to act with an organisation, and did not answer. */
export function unansweredDue(before: Date): Due {
  return {
    from: memberships,
    where: and(
      eq(memberships.state, 'invited'),
      sql`${memberships.at} + make_interval(days => ${invitationDays}) < ${instant(before)}`,
    )!,
    emptied: sql`email = null, token_hash = null, state = 'removed', ended_at = now()`,
  }
}

const claimsDue = (before: Date): Due => ({
  from: activityClaims,
  where: and(lt(activityClaims.decidedAt, before), ne(activityClaims.said, ''))!,
  emptied: sql`said = '', reply = null, proof_url = null`,
})

/** What was said to prove who one is, and why a page was declined. */
export function organisationWordsDue(before: Date): Due[] {
  const declined = and(
    inArray(organisations.state, ['rejected', 'suspended']),
    isNotNull(organisations.refusalText),
  )
  return [
    {
      from: organisationProofs,
      where: and(lt(organisationProofs.decidedAt, before), sql`${organisationProofs.evidence} ? 'said'`)!,
      emptied: sql`evidence = evidence - 'said' - 'claimant'`,
    },
    claimsDue(before),
    {
      from: organisations,
      where: and(declined, sql`coalesce(suspended_at, treated_at) < ${instant(before)}`)!,
      emptied: sql`refusal_text = null`,
    },
    {
      from: initiatives,
      where: and(
        inArray(initiatives.state, ['rejected', 'hidden']),
        isNotNull(initiatives.refusalText),
        sql`coalesce(hidden_at, treated_at) < ${instant(before)}`,
      )!,
      emptied: sql`refusal_text = null`,
    },
    {
      from: news,
      where: and(
        inArray(news.state, ['rejected', 'hidden']),
        isNotNull(news.refusalText),
        sql`coalesce(hidden_at, treated_at) < ${instant(before)}`,
      )!,
      emptied: sql`refusal_text = null`,
    },
  ]
}
