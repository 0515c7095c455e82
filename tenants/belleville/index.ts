import { Tenant } from '../tenant'
import districts from './districts.json'

/** A small town that does not exist: one host for both platforms, one language, short and near. */
export const belleville = Tenant.parse({
  id: 'belleville',
  name: { fr: 'Belleville-sur-Orle' },
  platformNames: {
    decider: { fr: 'Décider à Belleville' },
    agir: { fr: 'Agir à Belleville' },
  },
  hosts: {
    shared: 'belleville.localhost',
    aliases: [{ host: 'www.belleville.localhost', to: 'shared' }],
  },
  locales: ['fr'],
  timeZone: 'Europe/Paris',
  country: 'FR',
  population: 8_412,
  words: {
    idea: {
      fr: {
        one: 'proposition',
        other: 'propositions',
        gender: 'feminine',
        withA: 'une proposition',
        withThe: 'la proposition',
      },
    },
  },
  theme: {
    brand: '#1f6246',
    accent: '#bf7d0a',
    fonts: 'inter-fraunces',
    hero: 'split',
    seed: 'orle',
    monogram: 'BO',
  },
  territory: {
    districtWord: { fr: 'quartier' },
    districts,
    centre: [2.0412, 46.9218],
    zoom: 13,
  },
  themes: [
    { id: 'cadre-de-vie', name: { fr: 'Cadre de vie' }, icon: 'sprout' },
    { id: 'circulation', name: { fr: 'Circulation et stationnement' }, icon: 'car' },
    { id: 'enfance', name: { fr: 'Enfance et jeunesse' }, icon: 'graduation-cap' },
    { id: 'associations', name: { fr: 'Sport, culture, associations' }, icon: 'music' },
    { id: 'riviere', name: { fr: 'La rivière et les chemins' }, icon: 'waves' },
    { id: 'commerce', name: { fr: 'Commerces et marché' }, icon: 'shopping-bag' },
    { id: 'entraide', name: { fr: 'Aînés et entraide' }, icon: 'hand-heart' },
  ],
  departments: [
    { id: 'technique', name: { fr: 'Services techniques' } },
    { id: 'education', name: { fr: 'Enfance et écoles' } },
    { id: 'vie-locale', name: { fr: 'Vie locale et culture' } },
  ],
  ideas: {
    paperSheets: true,
    threshold: { mode: 'absolute', value: 100 },
    duration: { months: 3 },
    residence: ['lives', 'works', 'association'],
    titleLength: { min: 10, max: 90 },
    bodyLength: { min: 120, max: 3000 },
    coolingOffHours: 24,
    moderationWorkingDays: 3,
    answerMonths: 2,
    relaunchAfterMonths: 2,
  },
  signIn: {
    providers: [
      {
        id: 'oidc',
        issuer: 'http://compte.localhost',
        clientId: 'parvis-belleville',
        label: { fr: 'Mon compte Belleville' },
      },
    ],
  },
  contact: {
    email: 'mairie@belleville-sur-orle.example',
    address: '1 place de la Halle, Belleville-sur-Orle',
    director: { fr: 'Le maire de Belleville-sur-Orle' },
    host: { fr: 'Démonstration, sur la machine qui l’exécute' },
  },
  legal: { dpoEmail: 'dpo@belleville.example', reviewedOn: '2026-01-15' },
})
