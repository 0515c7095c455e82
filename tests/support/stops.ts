import type { Depth } from './accessibility'

export type City = {
  host: string
  base: string
  account: RegExp
  depth: Depth
  second?: string
  /** Where it begins with the pages behind a sign-in, when it has every second one. */
  everySecond?: 0 | 1
}

/**
 * Pages are made of the same parts in each city: two are read whole, one in each direction of writing. The two others are
 * read as their colours and words make them look, by browsers that no script reaches; of the pages behind a sign-in each
 * of these has every second one.
 */
export const cities: Record<string, City> = {
  belleville: { host: 'belleville', base: '/decider', account: /Continuer avec/, depth: 'whole' },
  marsa: { host: 'marsa', base: '/decider', account: /المتابعة/, depth: 'whole', second: '/fr' },
  paris: {
    host: 'decider.paris',
    base: '',
    account: /Mon compte/,
    depth: 'look',
    second: '/en',
    everySecond: 0,
  },
  'puerto-claro': {
    host: 'puerto-claro',
    base: '/decider',
    account: /Continuar con/,
    depth: 'look',
    second: '/en',
    everySecond: 1,
  },
}

/** An address, or the first of its kind that a page leads to: itself, or one told from it. */
export type Stop = string | { on: Stop; to: RegExp; as?: string }

const anIdea = /\/idees\/(?!carte)[a-z\d-]+$/
const aNumber = /\/[\da-f]{8}-[\da-f-]{27}$/
const aReport = /\/signaler\?idee=([\da-f-]{36})$/
const running = { on: '/idees', to: anIdea }
const delivered = { on: '/idees?etat=en-realisation', to: anIdea }

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
]

/** Who of the demo sees what: the place each has in the list of people one may become. */
export const signedIn: Record<string, { place: number; stops: Stop[] }> = {
  'a citizen': {
    place: 0,
    stops: [
      '/compte',
      '/compte/notifications',
      '/compte/suivis',
      '/mes-idees',
      { on: '/mes-idees', to: aNumber },
      '/mes-soutiens',
      '/mes-commentaires',
      '/notifications',
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
    ],
  },
  'who looks after personal data': { place: 13, stops: ['/administration/donnees'] },
}
