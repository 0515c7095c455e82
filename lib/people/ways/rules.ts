import type { Preset } from '../../../tenants/sign-in'
import type { Tenant } from '../../../tenants/tenant'

export type Way = Tenant['signIn']['providers'][number]

/** The addresses a provider may send people back to are named after what it is: what was declared there stays right. */
export function providerIds(preset: Preset): string[] {
  const first = preset === 'generic' ? 'oidc' : preset
  return [first, `${first}-2`, `${first}-3`]
}

/** A name that no other provider of the city has. */
export function freeProviderId(preset: Preset, taken: readonly string[]): string | null {
  return providerIds(preset).find((id) => !taken.includes(id)) ?? null
}
