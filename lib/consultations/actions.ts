'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { areaAdminAction } from '../actions'
import { forgetFile } from '../media/documents/commands'
import { pathOf, type Site } from '../tenancy/site'
import { cancelConsultation } from './cancelling/commands'
import {
  decideOn,
  discardConsultation,
  followUpOn,
  publishConsultation,
  reportOn,
  saveConsultation,
} from './commands'
import { addDocument, linkDocument, removeDocument } from './documents/commands'
import {
  CancelInput,
  ConsultationInput,
  DocumentInput,
  FileInput,
  LinkInput,
  OneConsultation,
  ReportInput,
  WordsInput,
} from './input'

export const save = areaAdminAction(ConsultationInput, async ({ tenant, site, person, input, now }) => {
  const { id, ...fields } = input
  const outcome = await saveConsultation(tenant, { id, fields, person, locale: site.locale, now })
  if (!outcome.ok) return outcome
  redirect(deskOf(site, `/${outcome.value.id}?fait=garde`))
})

export const publish = areaAdminAction(OneConsultation, async ({ tenant, site, person, input, now }) => {
  const outcome = await publishConsultation(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  redirect(deskOf(site, `/${input.id}?fait=publie`))
})

export const cancel = areaAdminAction(CancelInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await cancelConsultation(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  redirect(deskOf(site, `/${input.id}?fait=annule`))
})

export const discard = areaAdminAction(OneConsultation, async ({ tenant, site, person, input, now }) => {
  const outcome = await discardConsultation(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  for (const file of outcome.value) await forgetFile(tenant, { kind: 'pdf', file, byteCount: 0 })
  redirect(deskOf(site, '?fait=efface'))
})

export const report = areaAdminAction(ReportInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await reportOn(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  redirect(deskOf(site, `/${input.id}?fait=bilan`))
})

export const decide = areaAdminAction(WordsInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await decideOn(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  redirect(deskOf(site, `/${input.id}?fait=decision`))
})

export const followUp = areaAdminAction(WordsInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await followUpOn(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  redirect(deskOf(site, `/${input.id}?fait=suites`))
})

export const link = areaAdminAction(LinkInput, async ({ tenant, person, input, now }) => {
  const outcome = await linkDocument(tenant, { ...input, person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const attach = areaAdminAction(FileInput, async ({ tenant, person, input, now }) => {
  const { file, ...named } = input
  const sent = new Uint8Array(await file.arrayBuffer())
  const outcome = await addDocument(tenant, { ...named, sent, person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const detach = areaAdminAction(DocumentInput, async ({ tenant, person, input, now }) => {
  const outcome = await removeDocument(tenant, { ...input, person, now })
  if (outcome.ok) refresh()
  return outcome
})

function deskOf({ tenant, locale, surface }: Site, path: string): string {
  return pathOf(tenant, locale, surface, `/administration/consultations${path}`)
}
