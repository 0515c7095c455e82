import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'
import { pathOf } from '@/lib/tenancy/site'
import { iconSides } from '@/lib/theme/emblems'
import { tokensOf } from '@/lib/theme/tokens'

/** What a phone needs to keep the city's platform on its first screen. */
export async function GET() {
  const { tenant, locale, surface } = await currentSite()
  const { paper, action } = tokensOf(tenant.theme, 'light')
  const name = localized(surface === 'ville' ? tenant.name : tenant.platformNames[surface], locale, tenant)
  const manifest = {
    name,
    short_name: localized(tenant.name, locale, tenant),
    lang: locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    id: pathOf(tenant, tenant.locales[0]!, surface, '/'),
    start_url: pathOf(tenant, locale, surface, '/'),
    display: 'minimal-ui',
    background_color: paper,
    theme_color: action,
    icons: [
      ...(tenant.theme.logo ? iconSides : []).map((side) => ({
        src: `/embleme/icone-${side}.png`,
        sizes: `${side}x${side}`,
        type: 'image/png',
        purpose: 'any maskable',
      })),
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  })
}
