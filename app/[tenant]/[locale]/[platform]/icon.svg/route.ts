import { inXml } from '@/lib/ideas/feeds/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { tokensOf } from '@/lib/theme/tokens'

/** The city's letters on its colour, as they stand in the header. */
export async function GET() {
  const { tenant } = await currentSite()
  const colours = tokensOf(tenant.theme, 'light')
  const letters = tenant.theme.monogram
  const size = [...letters].length > 1 ? 30 : 42
  const icon =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${colours.action}"/>` +
    `<text x="32" y="34" text-anchor="middle" dominant-baseline="central" font-family="system-ui, sans-serif" font-weight="700" font-size="${size}" fill="${colours['on-action']}">${inXml(letters)}</text></svg>`
  return new Response(icon, { headers: { 'content-type': 'image/svg+xml' } })
}
