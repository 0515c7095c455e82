import { currentSite } from '@/lib/tenancy/current-site'
import { pathOf } from '@/lib/tenancy/site'
import { cityStates } from '@/lib/tenancy/states/rules'

const personal = [
  '/connexion',
  '/compte',
  '/deposer',
  '/mes-idees',
  '/mes-soutiens',
  '/mes-commentaires',
  '/moderation',
  '/instruction',
  '/verification',
]

/** Everything public may be found; what is only for one person is not worth a visit. */
export async function GET() {
  const { tenant, origin, status } = await currentSite()
  if (!cityStates[status].feeds) return asText(['User-agent: *', 'Disallow: /', ''])
  const places = tenant.locales.flatMap((locale) =>
    personal.map((path) => `Disallow: ${pathOf(tenant, locale, 'decider', path)}`),
  )
  const lines = ['User-agent: *', ...places, 'Disallow: /api/auth/', '', `Sitemap: ${origin}/sitemap.xml`, '']
  return asText(lines)
}

const asText = (lines: string[]) =>
  new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
