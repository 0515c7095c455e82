import { Tenant } from '../tenant'
import districts from './districts.json'

/** A port that does not exist: another hemisphere, another zone, a threshold that follows the population. */
export const puertoClaro = Tenant.parse({
  id: 'puerto-claro',
  name: { es: 'Puerto Claro', en: 'Puerto Claro' },
  platformNames: {
    decider: { es: 'Puerto Claro Decide', en: 'Puerto Claro Decides' },
    agir: { es: 'Puerto Claro Participa', en: 'Puerto Claro Takes Part' },
  },
  hosts: {
    shared: 'puerto-claro.localhost',
    aliases: [
      { host: 'www.puerto-claro.localhost', to: 'shared' },
      { host: 'puertoclaro.localhost', to: 'shared' },
    ],
  },
  openData: { licence: 'cc_by' },
  locales: ['es', 'en'],
  timeZone: 'America/Santiago',
  country: 'CL',
  currency: 'CLP',
  population: 184_300,
  words: {
    idea: {
      es: {
        one: 'propuesta',
        other: 'propuestas',
        gender: 'feminine',
        withA: 'una propuesta',
        withThe: 'la propuesta',
      },
      en: {
        one: 'proposal',
        other: 'proposals',
        gender: 'neuter',
        withA: 'a proposal',
        withThe: 'the proposal',
      },
    },
  },
  sentences: {
    'supports.follow.title': { es: '¿Te contamos lo que siga?', en: 'Shall we keep you posted?' },
  },
  theme: {
    brand: '#0a5f7a',
    accent: '#d77420',
    fonts: 'bricolage-inter',
    hero: 'map',
    seed: 'bahia',
    monogram: 'PC',
  },
  territory: {
    districtWord: { es: 'barrio', en: 'neighbourhood' },
    districts,
    centre: [-72.9862, -36.6214],
    zoom: 12,
  },
  themes: [
    { id: 'costa', name: { es: 'Costa y mar', en: 'Coast and sea' }, icon: 'waves' },
    { id: 'movilidad', name: { es: 'Movilidad', en: 'Getting around' }, icon: 'bus' },
    {
      id: 'espacio-publico',
      name: { es: 'Plazas y espacio público', en: 'Squares and public space' },
      icon: 'trees',
    },
    { id: 'vivienda', name: { es: 'Vivienda y barrios', en: 'Housing and neighbourhoods' }, icon: 'home' },
    {
      id: 'educacion',
      name: { es: 'Educación e infancia', en: 'Education and children' },
      icon: 'graduation-cap',
    },
    { id: 'cultura', name: { es: 'Cultura y memoria', en: 'Culture and memory' }, icon: 'landmark' },
    {
      id: 'riesgos',
      name: { es: 'Seguridad y riesgos naturales', en: 'Safety and natural hazards' },
      icon: 'megaphone',
    },
    {
      id: 'economia',
      name: { es: 'Pesca, trabajo y comercio', en: 'Fishing, work and trade' },
      icon: 'fish',
    },
  ],
  departments: [
    { id: 'obras', name: { es: 'Obras públicas y calles', en: 'Public works and streets' } },
    { id: 'ambiente', name: { es: 'Medio ambiente y borde costero', en: 'Environment and seafront' } },
    { id: 'social', name: { es: 'Desarrollo social y cultura', en: 'Social development and culture' } },
  ],
  ideas: {
    paperSheets: true,
    paperEntryDays: 5,
    threshold: { mode: 'share', percent: 0.4, floor: 200, cap: 2000 },
    duration: { days: 120 },
    supportMinAge: 14,
    depositMinAge: 14,
    answerMonths: 3,
    followTicked: true,
  },
  signIn: {
    providers: [
      {
        id: 'oidc',
        issuer: 'http://compte.localhost',
        clientId: 'parvis-puerto-claro',
        label: { es: 'Mi Puerto Claro', en: 'My Puerto Claro' },
      },
    ],
  },
  contact: {
    email: 'participacion@puertoclaro.example',
    address: 'Plaza de Armas 100, Puerto Claro',
    director: { es: 'La alcaldía de Puerto Claro', en: 'The Mayor of Puerto Claro' },
    host: {
      es: 'Demostración, en la máquina que la ejecuta',
      en: 'Demonstration, on the machine that runs it',
    },
  },
  legal: { dpoEmail: 'dpo@puerto-claro.example', reviewedOn: '2026-01-15' },
})
