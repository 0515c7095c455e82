import 'server-only'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { locales } from '../../tenants/tenant'
import { siteForHost } from './registry'
import { wayTo } from './origin'
import { findPreviewed } from './preview'
import type { Site, Surface } from './site'

/**
 * The city being served. Asked of the host name, which the server around Next has normalised; never of a form, a path,
 * a cookie or a body. The other two headers only say what to show.
 */
export const currentSite = cache(async (): Promise<Site> => {
  const sent = await headers()
  const found = await siteForHost(sent.get('x-parvis-host'))
  if (!found) notFound()
  const { origin, status, statusReason } = found
  const preview = sent.get('x-parvis-preview')
  const previewed = preview ? await findPreviewed(found.tenant, preview) : null
  const tenant = previewed ?? found.tenant
  const locale = locales.find((one) => one === sent.get('x-parvis-locale') && tenant.locales.includes(one))
  const surface = (['decider', 'agir', 'ville'] as const).find((one) => one === sent.get('x-parvis-surface'))
  const place = { locale: locale ?? tenant.locales[0]!, surface: surface ?? 'decider' } as const
  return { tenant, origin, status, statusReason, ...place, ...(previewed && preview && { preview }) }
})

/** `href('/idees')`: the address of a page of the platform being served, or of another, in the language being read. */
export async function currentHref(): Promise<(path: string, surface?: Surface) => string> {
  const site = await currentSite()
  return (path, on) => wayTo(site, path, on)
}
