'use server'

import { redirect } from 'next/navigation'
import { areaAdminAction } from '../../actions'
import { pathOf, type Site } from '../../tenancy/site'
import { controlSheet, enterSheet, returnSheet } from './commands'
import { ControlInput, ReturnInput, SheetInput, TakeOffInput, WithdrawalInput } from './input'
import { askToWithdrawSheet, takeOff, withdrawSheet } from './withdrawals/commands'

export const enter = areaAdminAction(SheetInput, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await enterSheet(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${onPaper(site, `feuille/${outcome.value.sheetId}`)}?fait=saisie`)
  return outcome
})

export const control = areaAdminAction(ControlInput, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await controlSheet(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${onPaper(site, `feuille/${input.sheetId}`)}?fait=comptee`)
  return outcome
})

export const sendBack = areaAdminAction(ReturnInput, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await returnSheet(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${onPaper(site, `feuille/${input.sheetId}`)}?fait=renvoyee`)
  return outcome
})

export const askWithdrawal = areaAdminAction(
  WithdrawalInput,
  async ({ site, tenant, person: by, input, now }) => {
    const outcome = await askToWithdrawSheet(tenant, { ...input, by, now })
    if (outcome.ok) redirect(`${onPaper(site, `feuille/${input.sheetId}`)}?fait=demandee`)
    return outcome
  },
)

export const withdraw = areaAdminAction(ReturnInput, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await withdrawSheet(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${onPaper(site, `feuille/${input.sheetId}`)}?fait=retiree`)
  return outcome
})

export const takeNameOff = areaAdminAction(TakeOffInput, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await takeOff(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${onPaper(site, input.ideaId)}?fait=otee`)
  return outcome
})

const onPaper = ({ tenant, locale }: Site, path: string) =>
  pathOf(tenant, locale, 'decider', `/papier/${path}`)
