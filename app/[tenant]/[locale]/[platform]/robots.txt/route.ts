import { currentSite } from '@/lib/tenancy/current-site'
import { pathOf } from '@/lib/tenancy/site'

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
  const { tenant, origin } = await currentSite()
  const places = tenant.locales.flatMap((locale) =>
    personal.map((path) => `Disallow: ${pathOf(tenant, locale, 'decider', path)}`),
  )
  const lines = ['User-agent: *', ...places, 'Disallow: /api/auth/', '', `Sitemap: ${origin}/sitemap.xml`, '']
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
