'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import { invalid } from '../../outcome'
import { pathOf, type Site } from '../site'
import { discardDraftOf, publishDraftOf, rollBackTo, saveSettings, settleDraftOf } from './acts/commands'
import { DraftInput, GroupInput, PublishInput, RollBackInput, ScheduleInput, SettleInput } from './input'
import { pathOf as pageOf } from './rules'

export const save = adminAction(GroupInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await saveSettings(tenant, { ...input, by: person, now })
  if (outcome.ok) redirect(`${consolePath(site, pageOf(input.group))}?fait=garde`)
  if (!('errors' in outcome)) return outcome
  refresh()
  return invalid(outcome.errors, outcome.values)
})

export const discard = adminAction(DraftInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await discardDraftOf(tenant, { ...input, by: person, now })
  return outcome.ok ? redirect(`${consolePath(site, '/brouillon')}?fait=abandonne`) : outcome
})

export const publish = adminAction(PublishInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await publishDraftOf(tenant, { ...input, how: 'now', by: person, now })
  return outcome.ok ? redirect(`${consolePath(site, '/brouillon')}?fait=publie`) : outcome
})

export const propose = adminAction(PublishInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await publishDraftOf(tenant, { ...input, how: 'propose', by: person, now })
  return outcome.ok ? redirect(`${consolePath(site, '/brouillon')}?fait=propose`) : outcome
})

export const schedule = adminAction(ScheduleInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await publishDraftOf(tenant, { ...input, how: 'schedule', by: person, now })
  return outcome.ok ? redirect(`${consolePath(site, '/brouillon')}?fait=programme`) : outcome
})

export const takeBack = adminAction(DraftInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await publishDraftOf(tenant, { ...input, reason: null, how: 'take_back', by: person, now })
  return outcome.ok ? redirect(`${consolePath(site, '/brouillon')}?fait=repris`) : outcome
})

export const settle = adminAction(SettleInput, async ({ site, tenant, person, input, now }) => {
  const { draftId, rowVersion: _, ...chosen } = input
  const mine = Object.keys(chosen).filter((key) => chosen[key] === 'mine')
  const outcome = await settleDraftOf(tenant, { draftId, mine, by: person, now })
  return outcome.ok ? redirect(`${consolePath(site, '/brouillon')}?fait=choisi`) : outcome
})

export const goBack = adminAction(RollBackInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await rollBackTo(tenant, { ...input, by: person, now })
  return outcome.ok ? redirect(consolePath(site, '/brouillon')) : outcome
})

function consolePath({ tenant, locale, surface }: Site, path: string): string {
  return pathOf(tenant, locale, surface, `/administration${path}`)
}
