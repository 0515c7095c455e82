'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { secondsToWait } from '../../auth/rate-limits'
import { refused } from '../../outcome'
import { pathOf, type Site } from '../../tenancy/site'
import { discardNews, pullNewsBack, rewordNews, sendNews, tellNews } from './commands'
import { NewsImageInput, NewsImageOfInput, NewsInput, RewordInput, TellInput } from './input'
import { addNewsImage, removeNewsImage } from './pictures/commands'

const perHour = { limit: 30, seconds: 3600 }

export const tell = citizenAction(TellInput, async ({ site, tenant, person, input, now }) => {
  if ((await secondsToWait(tenant, 'news', person.id, perHour)) !== null) return refused('too_fast' as const)
  const told = await tellNews(tenant, { ...input, personId: person.id, locale: site.locale, now })
  return told.ok ? redirect(own(site, told.value.id)) : told
})

export const reword = citizenAction(RewordInput, async ({ site, tenant, person, input, now }) => {
  const kept = await rewordNews(tenant, { ...input, personId: person.id, now })
  return kept.ok ? redirect(own(site, `${input.newsId}?fait=garde`)) : kept
})

export const send = citizenAction(NewsInput, async ({ site, tenant, person, input, now }) => {
  const sent = await sendNews(tenant, { ...input, personId: person.id, now })
  if (!sent.ok) return sent
  redirect(own(site, `${input.newsId}?fait=${sent.value.isPublic ? 'publiee' : 'envoyee'}`))
})

export const takeBack = citizenAction(NewsInput, async ({ site, tenant, person, input, now }) => {
  const back = await pullNewsBack(tenant, { ...input, personId: person.id, now })
  return back.ok ? redirect(own(site, input.newsId)) : back
})

export const discard = citizenAction(NewsInput, async ({ site, tenant, person, input }) => {
  const gone = await discardNews(tenant, { ...input, personId: person.id })
  return gone.ok ? redirect(pathOf(tenant, site.locale, 'agir', gone.value.path)) : gone
})

export const addImage = citizenAction(NewsImageInput, async ({ site, tenant, person, input }) => {
  if ((await secondsToWait(tenant, 'picture', person.id, perHour)) !== null)
    return refused('too_fast' as const)
  const image = new Uint8Array((await input.image?.arrayBuffer()) ?? [])
  const added = await addNewsImage(tenant, { ...input, image, personId: person.id })
  return added.ok ? redirect(own(site, `${input.newsId}#images`)) : added
})

export const takeImageAway = citizenAction(NewsImageOfInput, async ({ site, tenant, person, input }) => {
  const gone = await removeNewsImage(tenant, { ...input, personId: person.id })
  return gone.ok ? redirect(own(site, `${input.newsId}#images`)) : gone
})

const own = ({ tenant, locale }: Site, rest: string) =>
  pathOf(tenant, locale, 'agir', `/mes-nouvelles/${rest}`)
