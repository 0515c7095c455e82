import { Tenant } from '../tenant'
// Drawn from the outlines the City of Paris publishes as open data (ODbL), simplified.
import districts from './districts.json'

export const paris = Tenant.parse({
  id: 'paris',
  name: { fr: 'Paris', en: 'Paris' },
  platformNames: {
    decider: { fr: 'Décider pour Paris', en: 'Decide for Paris' },
    agir: { fr: 'Agir pour Paris', en: 'Act for Paris' },
  },
  hosts: {
    decider: 'decider.paris.localhost',
    agir: 'agir.paris.localhost',
    aliases: [
      { host: 'www.decider.paris.localhost', to: 'decider' },
      { host: 'idees.paris.localhost', to: 'decider' },
      { host: 'www.agir.paris.localhost', to: 'agir' },
    ],
  },
  locales: ['fr', 'en'],
  timeZone: 'Europe/Paris',
  country: 'FR',
  population: 2_103_778,
  words: {
    idea: {
      fr: { one: 'idée', other: 'idées', gender: 'feminine', withA: 'une idée', withThe: 'l’idée' },
      en: { one: 'idea', other: 'ideas', gender: 'neuter', withA: 'an idea', withThe: 'the idea' },
    },
  },
  theme: {
    brand: '#003a8c',
    accent: '#e4572e',
    fonts: 'montserrat-source',
    hero: 'band',
    seed: 'fluctuat',
    monogram: 'P',
  },
  territory: {
    districtWord: { fr: 'arrondissement', en: 'district' },
    districts,
    centre: [2.3488, 48.8589],
    zoom: 12,
  },
  themes: [
    {
      id: 'climat',
      name: { fr: 'Climat et nature en ville', en: 'Climate and urban nature' },
      icon: 'trees',
    },
    { id: 'mobilites', name: { fr: 'Déplacements et rues', en: 'Streets and getting around' }, icon: 'bike' },
    {
      id: 'espace-public',
      name: { fr: 'Espace public et propreté', en: 'Public space and cleanliness' },
      icon: 'sparkles',
    },
    { id: 'logement', name: { fr: 'Logement et habitat', en: 'Housing' }, icon: 'home' },
    { id: 'enfance', name: { fr: 'Enfance et école', en: 'Children and schools' }, icon: 'graduation-cap' },
    { id: 'culture', name: { fr: 'Culture et patrimoine', en: 'Culture and heritage' }, icon: 'landmark' },
    { id: 'sport', name: { fr: 'Sport et loisirs', en: 'Sport and leisure' }, icon: 'dumbbell' },
    { id: 'solidarite', name: { fr: 'Solidarité et santé', en: 'Care and health' }, icon: 'hand-heart' },
    {
      id: 'vie-locale',
      name: { fr: 'Vie locale et démocratie', en: 'Local life and democracy' },
      icon: 'message-circle',
    },
  ],
  departments: [
    {
      id: 'espaces-verts',
      name: { fr: 'Direction des espaces verts et de l’environnement', en: 'Parks and environment' },
    },
    { id: 'voirie', name: { fr: 'Direction de la voirie et des déplacements', en: 'Streets and transport' } },
    { id: 'proprete', name: { fr: 'Direction de la propreté et de l’eau', en: 'Cleanliness and water' } },
    { id: 'ecoles', name: { fr: 'Direction des affaires scolaires', en: 'Schools' } },
    { id: 'logement', name: { fr: 'Direction du logement et de l’habitat', en: 'Housing' } },
    { id: 'culture', name: { fr: 'Direction des affaires culturelles', en: 'Culture' } },
    { id: 'sports', name: { fr: 'Direction de la jeunesse et des sports', en: 'Youth and sports' } },
    { id: 'solidarites', name: { fr: 'Direction des solidarités', en: 'Solidarity' } },
    {
      id: 'democratie',
      name: { fr: 'Direction de la démocratie et des territoires', en: 'Democracy and districts' },
    },
  ],
  ideas: { threshold: { mode: 'absolute', value: 1500 }, duration: { months: 6 }, paperSheets: true },
  signIn: {
    providers: [
      {
        id: 'oidc',
        issuer: 'http://compte.localhost',
        clientId: 'parvis-paris',
        label: { fr: 'Mon compte Paris', en: 'My Paris account' },
      },
    ],
  },
  contact: {
    email: 'participation@paris.example',
    address: 'Hôtel de Ville, 75004 Paris',
    director: { fr: 'Le ou la maire de Paris', en: 'The Mayor of Paris' },
    host: {
      fr: 'Démonstration, sur la machine qui l’exécute',
      en: 'Demonstration, on the machine that runs it',
    },
  },
  legal: { dpoEmail: 'dpo@paris.example', reviewedOn: '2026-01-15' },
})
