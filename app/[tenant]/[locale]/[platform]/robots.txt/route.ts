import { currentSite } from '@/lib/tenancy/current-site'
import { pathOf, platformsOf } from '@/lib/tenancy/site'
import { cityStates } from '@/lib/tenancy/states/rules'

const everywhere = ['/connexion', '/compte', '/notifications', '/administration']
const ofIdeas = [
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
  const { tenant, origin, surface, status } = await currentSite()
  if (!cityStates[status].feeds) return asText(['User-agent: *', 'Disallow: /', ''])
  const here = platformsOf(tenant).filter((one) => tenant.hosts.shared || one === surface)
  const places = here.flatMap((platform) =>
    tenant.locales.flatMap((locale) =>
      (platform === 'decider' ? [...everywhere, ...ofIdeas] : everywhere).map(
        (path) => `Disallow: ${pathOf(tenant, locale, platform, path)}`,
      ),
    ),
  )
  const lines = ['User-agent: *', ...places, 'Disallow: /api/auth/', '', `Sitemap: ${origin}/sitemap.xml`, '']
  return asText(lines)
}

const asText = (lines: string[]) =>
  new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
