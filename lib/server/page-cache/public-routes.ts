import type { Surface } from '../../tenancy/site'

/** What a page shows, and so what empties it besides the city's settings: anything about ideas, or about those who act and what there is to join. */
export type Subject = 'ideas' | 'activities' | 'settings'
export type Shown = Subject | 'everything'
export type PublicRoute = { on: readonly Surface[]; path: RegExp; query: readonly string[]; shows: Shown }

const both = ['decider', 'agir', 'ville'] as const
const either = ['decider', 'agir'] as const
const decider = ['decider'] as const
const agir = ['agir'] as const
const consultationQuery = ['etat', 'type', 'district', 'theme', 'du', 'au']

/**
 * Every page that is the same for everyone, with the words of the query it reads. What is not a line here is rendered
 * for each request and kept by nobody: forgetting a line costs speed, never privacy. No page listed here may look at a
 * session; it is rendered without cookies, so it would find none.
 */
export const publicRoutes: readonly PublicRoute[] = [
  page(decider, '/', 'ideas'),
  page(['ville'], '/', 'everything'),
  page(agir, '/', 'activities'),
  page(agir, '/organisations', 'activities', ['q', 'type', 'district', 'theme', 'lettre', 'page']),
  page(agir, '/organisations/:slug', 'activities'),
  page(agir, '/initiatives', 'activities', ['q', 'district', 'theme', 'apres']),
  page(agir, '/initiatives/flux', 'activities', ['q', 'district', 'theme']),
  page(agir, '/initiatives/:slug', 'activities'),
  page(agir, '/chiffres', 'activities'),
  page(agir, '/chiffres/donnees.csv', 'activities'),
  page(decider, '/idees', 'ideas', listQuery()),
  page(decider, '/idees/carte', 'ideas', listQuery()),
  page(decider, '/idees/:slug', 'ideas', ['page', 'geste']),
  page(decider, '/idees/:slug/avis', 'ideas'),
  page(decider, '/idees/:slug/certificat', 'ideas'),
  page(decider, '/idees/:slug/feuille', 'ideas'),
  page(decider, '/idees/:slug/partage.png', 'ideas'),
  page(decider, '/engagements', 'ideas', ['service', 'district', 'nature', 'etat', 'apres']),
  page(decider, '/engagements/engagements.csv', 'ideas', ['service', 'district', 'nature', 'etat']),
  page(decider, '/engagements/engagements.ics', 'ideas', ['service', 'district']),
  page(decider, '/idees/:slug/discussion', 'ideas', ['tri', 'apres']),
  page(decider, '/idees/:slug/discussion/flux', 'ideas'),
  page(decider, '/idees/:slug/commentaires/:id', 'ideas', ['fait']),
  page(decider, '/consultations', 'ideas', [...consultationQuery, 'page']),
  page(decider, '/consultations/flux', 'ideas', consultationQuery),
  page(decider, '/consultations/agenda.ics', 'ideas', consultationQuery),
  page(decider, '/consultations/:slug', 'ideas'),
  page(decider, '/consultations/:slug/agenda.ics', 'ideas'),
  page(decider, '/flux/:name', 'ideas'),
  page(either, '/moderation/chiffres', 'everything', ['mois', 'avant']),
  page(either, '/moderation/chiffres/donnees.csv', 'everything', ['mois']),
  page(agir, '/attestations', 'settings', ['numero']),
  page(agir, '/attestations/:serial', 'activities'),
  page(agir, '/activites', 'activities', findQuery()),
  page(agir, '/activites/:slug/agenda.ics', 'activities'),
  page(agir, '/activites/integrer', 'activities', findQuery()),
  page(agir, '/activites/carte', 'activities', findQuery()),
  page(agir, '/activites/flux/:file', 'activities', findQuery()),
  page(agir, '/activites/agenda', 'activities', [...findQuery(), 'des']),
  page(agir, '/activites/:slug', 'activities', ['date']),
  page(both, '/api/v1/ideas', 'ideas', ['q', 'theme', 'district', 'state', 'sort', 'limit', 'cursor']),
  page(both, '/api/v1/ideas/:id', 'ideas'),
  page(both, '/api/v1/ideas/:id/comments', 'ideas', ['limit', 'cursor']),
  page(both, '/api/v1/consultations', 'ideas', [
    'status',
    'type',
    'district',
    'theme',
    'from',
    'until',
    'page',
  ]),
  page(both, '/api/v1/consultations/:id', 'ideas'),
  page(both, '/api/v1/activities', 'activities', [
    ...['q', 'when', 'from', 'until', 'theme', 'district', 'kind', 'lat', 'lon', 'radius', 'limit', 'cursor'],
  ]),
  page(both, '/api/v1/rules', 'settings'),
  page(both, '/api/v1/openapi.json', 'settings'),
  page(decider, '/regles', 'settings'),
  page(decider, '/regles/:version', 'settings'),
  ...['mentions-legales', 'conditions', 'donnees-personnelles', 'cookies', 'accessibilite', 'charte'].map(
    (name) => page(both, `/${name}`, 'settings', ['version']),
  ),
  page(both, '/sitemap.xml', 'everything', ['page']),
  page(both, '/robots.txt', 'settings'),
  page(both, '/manifest.webmanifest', 'settings'),
  page(both, '/icon.svg', 'settings'),
  page(both, '/embleme/:file', 'settings'),
  page(both, '/etat/:status', 'settings'),
  page(both, '/theme/:file', 'settings'),
  page(both, '/fonts/:file', 'settings'),
]

export function publicRoute(surface: Surface, path: string): PublicRoute | undefined {
  return publicRoutes.find((route) => route.on.includes(surface) && route.path.test(path))
}

/**
 * The query a public page is rendered and kept under: only the words it reads, in one order, nothing empty. Whatever else
 * was sent is neither shown nor kept.
 */
export function canonicalQuery(search: string, names: readonly string[]): string {
  if (search.length < 2 || names.length === 0) return ''
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => names.includes(name) && value !== '',
  )
  if (kept.length === 0) return ''
  kept.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  return `?${new URLSearchParams(kept)}`
}

function page(
  on: readonly Surface[],
  pattern: string,
  shows: Shown,
  query: readonly string[] = [],
): PublicRoute {
  const path = pattern.replaceAll('.', '\\.').replace(/:[a-z]+/g, '[^/]+')
  return { on, path: new RegExp(`^${path}$`), query, shows }
}

function listQuery() {
  return ['q', 'theme', 'district', 'etat', 'tri', 'lat', 'lon', 'apres', 'avant']
}

function findQuery() {
  const asked = [
    'q',
    'quand',
    'du',
    'au',
    'theme',
    'district',
    'type',
    'engagement',
    'acces',
    'langue',
    'avec',
  ]
  return [...asked, 'lat', 'lon', 'rayon', 'comme', 'par', 'tri', 'apres', 'avant']
}
