'use server'

import { redirect } from 'next/navigation'
import { operatorDoor } from '../../db/operator'
import { makeCode } from '../../tenancy/help/entries/commands'
import { operatorAction } from '../acting'
import { answerTicket } from './commands'
import { Answer, OneCall } from './input'

export const answer = operatorAction(Answer, ({ person, input, now }) =>
  answerTicket(operatorDoor(), { ...input, byEmail: person.email, now }),
)

export const open = operatorAction(OneCall, async ({ person, input: { city, ticket }, now }) => {
  const outcome = await makeCode(operatorDoor(), { id: city }, { ticket, byEmail: person.email, now })
  if (!outcome.ok) return outcome
  redirect(`/assistance/${city}/${ticket}?code=${outcome.value.code}#console`)
})
