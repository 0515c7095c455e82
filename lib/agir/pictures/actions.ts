'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { secondsToWait } from '../../auth/rate-limits'
import { refused } from '../../outcome'
import { pathOf, type Site } from '../../tenancy/site'
import { givePicture, takePictureAway } from './commands'
import { PictureInput, PictureOfInput } from './input'
import type { Pictured } from './rules'

const perHour = { limit: 40, seconds: 3600 }

export const give = citizenAction(PictureInput, async ({ site, tenant, person, input, now }) => {
  if ((await secondsToWait(tenant, 'picture', person.id, perHour)) !== null)
    return refused('too_fast' as const)
  const image = new Uint8Array((await input.image?.arrayBuffer()) ?? [])
  const given = await givePicture(tenant, { ...input, image, personId: person.id, now })
  return given.ok ? redirect(await back(site, input)) : given
})

export const takeAway = citizenAction(PictureOfInput, async ({ site, tenant, person, input, now }) => {
  const taken = await takePictureAway(tenant, { ...input, personId: person.id, now })
  return taken.ok ? redirect(await back(site, input)) : taken
})

const homes: Record<Pictured, string> = {
  activity: '/mes-activites',
  initiative: '/mes-initiatives',
  organisation: '/mes-organisations',
}

const said: Record<Pictured, string> = {
  activity: 'garde=1',
  initiative: 'fait=garde',
  organisation: 'fait=image',
}

/** To the step the form was on, where it was one; else to the page of what it is about. */
async function back({ tenant, locale }: Site, { kind, id }: { kind: Pictured; id: string }): Promise<string> {
  const from = new URL((await headers()).get('referer') ?? 'http://none/').pathname
  const step = pathOf(
    tenant,
    locale,
    'agir',
    kind === 'activity' ? `/proposer/${id}/image` : `${homes[kind]}/${id}/image`,
  )
  return from === step ? step : `${pathOf(tenant, locale, 'agir', `${homes[kind]}/${id}`)}?${said[kind]}`
}
