'use server'

import { refresh } from 'next/cache'
import { adminAction, signatoryAction } from '../../actions'
import { prolongCollection, resumeCollection, suspendCollection, takeUpEarly } from './commands'
import { OutageInput, PauseInput, ProlongInput, WordedInput } from './input'
import { beginPause, compensateOutage, endPause } from './pauses/commands'

export const prolong = adminAction(ProlongInput, async ({ tenant, person, input, now }) => {
  const outcome = await prolongCollection(tenant, { ...input, by: person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const suspend = adminAction(WordedInput, async ({ tenant, person, input, now }) => {
  const outcome = await suspendCollection(tenant, { ...input, by: person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const resume = adminAction(WordedInput, async ({ tenant, person, input, now }) => {
  const outcome = await resumeCollection(tenant, { ...input, by: person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const takeUp = signatoryAction(WordedInput, async ({ tenant, person, input, now }) => {
  const outcome = await takeUpEarly(tenant, { ...input, by: person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const pause = adminAction(PauseInput, async ({ tenant, person, input, now }) => {
  const outcome = await beginPause(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const goOn = adminAction(PauseInput, async ({ tenant, person, input, now }) => {
  const outcome = await endPause(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const compensate = adminAction(OutageInput, async ({ tenant, person, input, now }) => {
  const outcome = await compensateOutage(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})
