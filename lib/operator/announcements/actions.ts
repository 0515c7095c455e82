'use server'

import { redirect } from 'next/navigation'
import { operatorDoor } from '../../db/operator'
import { operatorAction } from '../acting'
import { announceToCities, withdrawAnnouncement } from './commands'
import { NewAnnouncement, OneAnnouncement } from './input'

export const tell = operatorAction(NewAnnouncement, async ({ person, input, now }) => {
  const outcome = await announceToCities(operatorDoor(), { ...input, byEmail: person.email, now })
  if (!outcome.ok) return outcome
  redirect('/annonces?faite=oui')
})

export const withdraw = operatorAction(OneAnnouncement, ({ person, input, now }) =>
  withdrawAnnouncement(operatorDoor(), { ...input, byEmail: person.email, now }),
)
