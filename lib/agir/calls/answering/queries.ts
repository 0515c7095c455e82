import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { callAnswers, calls, organisations } from '../../../../drizzle/schema'
import { keyedHash } from '../../../auth/sealing'
import { inTenant } from '../../../db'
import { announcementsOfCall } from '../announcing/queries'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a letter carries so that its reader answers without signing in: only this city can make it, for this one question. */
export function answerToken(tenant: City, answerId: string): string {
  return keyedHash('call-answer', tenant.id, answerId)
}

export function opensAnswer(tenant: City, answerId: string, token: string | undefined): boolean {
  const [sent, expected] = [Buffer.from(token ?? ''), Buffer.from(answerToken(tenant, answerId))]
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}

type Asking = { answerId: string; personId: string | null; token?: string | undefined }

/** What somebody is asked, for them alone: signed in, or holding the letter. Looking changes nothing. */
export function findAsked(tenant: City, { answerId, personId, token }: Asking) {
  if (!uuid.test(answerId)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        id: callAnswers.id,
        personId: callAnswers.personId,
        state: callAnswers.state,
        because: callAnswers.because,
        call: calls,
        organisation: organisations.name,
      })
      .from(callAnswers)
      .innerJoin(calls, eq(calls.id, callAnswers.callId))
      .leftJoin(organisations, eq(organisations.id, calls.organisationId))
      .where(eq(callAnswers.id, answerId))
    if (!found || (found.personId !== personId && !opensAnswer(tenant, answerId, token))) return null
    const isTold = found.state === 'coming'
    return { ...found, announcements: isTold ? await announcementsOfCall(db, found.call.id) : [] }
  })
}
export type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>
