'use server'

import { refresh } from 'next/cache'
import { adminAction } from '../../actions'
import { dropLetter, tryAgain } from './commands'
import { EveryLetter, OneLetter } from './input'

export const retry = adminAction(OneLetter, async ({ tenant, input, now }) => {
  const outcome = await tryAgain(tenant, { ...input, now })
  refresh()
  return outcome
})

export const retryAll = adminAction(EveryLetter, async ({ tenant, now }) => {
  const outcome = await tryAgain(tenant, { now })
  refresh()
  return outcome
})

export const drop = adminAction(OneLetter, async ({ tenant, input, now }) => {
  const outcome = await dropLetter(tenant, { ...input, now })
  refresh()
  return outcome
})
