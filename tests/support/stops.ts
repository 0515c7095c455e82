/** Where a city's platform is, and how it asks to sign in. */
export type City = { name: string; decider: Place; agir: Place; account: RegExp; second?: string }
type Place = { host: string; base: string }

const together = (host: string) => ({ decider: { host, base: '/decider' }, agir: { host, base: '/agir' } })

export const cities: readonly City[] = [
  { name: 'belleville', ...together('belleville'), account: /Continuer avec/ },
  { name: 'marsa', ...together('marsa'), account: /المتابعة/, second: '/fr' },
  {
    name: 'paris',
    decider: { host: 'decider.paris', base: '' },
    agir: { host: 'agir.paris', base: '' },
    account: /Mon compte/,
    second: '/en',
  },
  { name: 'puerto-claro', ...together('puerto-claro'), account: /Continuar con/, second: '/en' },
]

/**
 * What each city is asked for. Pages are made of the same parts in every city: `npm test` reads each of them in one, in
 * turn, and `npm test cities` reads all of them in all.
 */
export function shareOf(city: City, stops: readonly Stop[]): readonly Stop[] {
  if (process.env.PARVIS_EVERYWHERE) return stops
  return stops.filter((_, at) => at % cities.length === cities.indexOf(city))
}

/** An address, or the first of its kind that a page leads to: itself, or one told from it. On Agir it says so. */
export type Stop = string | { on: Stop; to: RegExp; as?: string } | { agir: Stop }

const onAgir = (stops: readonly Stop[]): Stop[] => stops.map((agir) => ({ agir }))

const anIdea = /\/idees\/(?!carte)[a-z\d-]+$/
const aNumber = /\/[\da-f]{8}-[\da-f-]{27}$/
const aReport = /\/signaler\?idee=([\da-f-]{36})$/
const anActivity = { on: '/activites', to: /\/activites\/(?!agenda$|carte$|flux)[a-z\d-]+$/ }
const anOrganisation = { on: '/organisations', to: /\/organisations\/[a-z\d-]+$/ }
const running = { on: '/idees', to: anIdea }
const delivered = { on: '/idees?etat=en-realisation', to: anIdea }

const ownActivity = { on: '/mes-activites', to: aNumber }
const ownDate = { on: ownActivity, to: /\/dates\/[\da-f]{8}-[\da-f-]{27}$/ }

export const anyone: Stop[] = [
  '',
  '/idees',
  '/idees?q=a',
  '/idees/carte',
  running,
  { ...running, as: '$&/discussion' },
  { ...running, as: '$&/feuille' },
  { on: running, to: aReport },
  delivered,
  { ...delivered, as: '$&/avis' },
  { ...delivered, as: '$&/certificat' },
  '/consultations',
  { on: '/consultations', to: /\/consultations\/[a-z\d-]+$/ },
  '/engagements',
  '/regles',
  '/regles/1',
  '/moderation/chiffres',
  '/connexion',
  '/deposer',
  '/mentions-legales',
  '/conditions',
  '/donnees-personnelles',
  '/cookies',
  '/charte',
  '/accessibilite',
  '/porter',
  ...onAgir([
    '',
    '/activites',
    '/activites/agenda',
    '/activites/carte',
    anActivity,
    '/organisations',
    anOrganisation,
    '/initiatives',
    { on: '/initiatives', to: /\/initiatives\/[a-z\d-]+$/ },
    '/chiffres',
    '/activites/integrer',
    '/attestations',
    '/rejoindre',
    '/moderation/chiffres',
  ]),
]

/** Who of the demo sees what: the place each has in the list of people one may become. */
export const signedIn: Record<string, { place: number; stops: Stop[] }> = {
  'a citizen': {
    place: 0,
    stops: [
      '/compte',
      '/compte/notifications',
      '/compte/suivis',
      '/compte/reunir',
      '/mes-idees',
      { on: '/mes-idees', to: aNumber },
      '/mes-soutiens',
      '/mes-commentaires',
      '/notifications',
      ...onAgir([
        '/mes-inscriptions',
        '/mes-activites',
        ownActivity,
        ownDate,
        { ...ownDate, as: '$&/accueil' },
        '/mes-organisations',
        { on: '/mes-organisations', to: aNumber },
        '/mes-initiatives',
        '/proposer',
        '/mes-favoris',
        '/mes-recherches',
        '/pour-vous',
        '/mes-heures',
        '/benevole',
        { on: '/mes-inscriptions', to: /\/mes-inscriptions\/dates\/[\da-f]{8}-[\da-f-]{27}$/ },
        '/messages',
        { on: '/messages', to: aNumber },
      ]),
    ],
  },
  'the owner of the city': {
    place: 16,
    stops: [
      '/moderation',
      { on: '/moderation', to: aNumber },
      { on: running, to: aReport, as: '/moderation/$1/vie' },
      '/moderation/modeles',
      '/moderation/vie',
      '/instruction',
      { on: '/instruction?vue=toutes', to: aNumber },
      '/papier',
      { on: '/papier', to: aNumber },
      '/verification',
      { on: '/verification', to: aNumber },
      '/administration',
      '/administration/reglages/identite',
      '/administration/reglages/territoire',
      '/administration/reglages/regles',
      '/administration/reglages/themes',
      '/administration/mots',
      '/administration/mots/phrases?q=seuil',
      '/administration/mots/phrase?nom=ideas.count',
      '/administration/mots/manques',
      '/administration/langues?retirer=en',
      '/administration/brouillon',
      '/administration/atelier',
      '/administration/atelier?seuil=0&duree=4&unite=mois',
      '/administration/versions',
      '/administration/historique?reglage=ideas.threshold',
      '/administration/journal',
      '/administration/apparence',
      '/administration/pages-legales',
      '/administration/ouverture',
      '/administration/depart',
      '/administration/consultations',
      '/administration/consultations/nouvelle',
      { on: '/administration/consultations', to: aNumber },
      '/administration/roles',
      '/administration/courrier',
      '/administration/connexion',
      '/administration/adresses',
      '/administration/donnees',
      '/administration/comptes',
      ...onAgir(['/moderation', '/verifications', '/sources', '/appels', '/appels/nouveau']),
    ],
  },
  'who looks after personal data': { place: 13, stops: ['/administration/donnees'] },
}
