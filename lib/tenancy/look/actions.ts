'use server'

import { redirect } from 'next/navigation'
import type { Locale } from '../../../tenants/tenant'
import { adminAction } from '../../actions'
import { findDesk } from '../drafts/queries'
import { pathOf, type Site } from '../site'
import { removeLogo, saveLogo, saveLook } from './commands'
import { LogoInput, LookInput, NoLogoInput } from './input'

export const keepLook = adminAction(LookInput, async ({ site, tenant, person, input, now }) => {
  const { rowVersion, ...look } = input
  const saved = await saveLook(tenant, { look, rowVersion, by: person, now })
  return saved.ok ? redirect(lookPath(site, 'look')) : saved
})

export const keepLogo = adminAction(LogoInput, async ({ site, tenant, person, input, now }) => {
  const { rowVersion, light, dark, ...words } = input
  const said = Object.entries(words).map(([name, text]) => [name.slice('alt-'.length) as Locale, text])
  const kept = (await findDesk(tenant)).settings.theme.logo
  const alt = Object.fromEntries(said) as Partial<Record<Locale, string>>
  const saved = await saveLogo(tenant, { kept, light, dark, alt, rowVersion, by: person, now })
  return saved.ok ? redirect(lookPath(site, 'logo')) : saved
})

export const dropLogo = adminAction(NoLogoInput, async ({ site, tenant, person, input, now }) => {
  const saved = await removeLogo(tenant, { ...input, by: person, now })
  return saved.ok ? redirect(lookPath(site, 'nologo')) : saved
})

function lookPath({ tenant, locale, surface }: Site, done: string): string {
  return `${pathOf(tenant, locale, surface, '/administration/apparence')}?fait=${done}`
}
