import { Tenant } from '../tenant'
import districts from './districts.json'

/** A harbour town that does not exist: Arabic first, read from right to left. */
export const marsa = Tenant.parse({
  id: 'marsa',
  name: { ar: 'مرسى الياسمين', fr: 'Marsa Yasmine' },
  platformNames: {
    decider: { ar: 'مرسى تقرّر', fr: 'Marsa décide' },
    agir: { ar: 'مرسى تبادر', fr: 'Marsa agit' },
  },
  hosts: {
    shared: 'marsa.localhost',
    aliases: [{ host: 'www.marsa.localhost', to: 'shared' }],
  },
  openData: { licence: 'cc_by' },
  locales: ['ar', 'fr'],
  timeZone: 'Africa/Tunis',
  country: 'TN',
  currency: 'TND',
  population: 61_700,
  words: {
    idea: {
      ar: { one: 'مقترح', other: 'مقترحات', gender: 'masculine', withA: 'مقترحًا', withThe: 'المقترح' },
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
    brand: '#7b2d5b',
    accent: '#1f9e8f',
    fonts: 'plex',
    hero: 'split',
    seed: 'yasmine',
    monogram: 'م',
  },
  territory: {
    districtWord: { ar: 'الحي', fr: 'quartier' },
    districts,
    centre: [10.7348, 36.4286],
    zoom: 13,
  },
  themes: [
    { id: 'bahr', name: { ar: 'البحر والشاطئ', fr: 'Mer et plage' }, icon: 'waves' },
    { id: 'nadhafa', name: { ar: 'النظافة والبيئة', fr: 'Propreté et environnement' }, icon: 'recycle' },
    { id: 'toroq', name: { ar: 'الطرقات والتنقّل', fr: 'Rues et déplacements' }, icon: 'bus' },
    { id: 'medina', name: { ar: 'المدينة العتيقة والتراث', fr: 'Médina et patrimoine' }, icon: 'landmark' },
    { id: 'shabab', name: { ar: 'الشباب والرياضة', fr: 'Jeunesse et sport' }, icon: 'dumbbell' },
    { id: 'taalim', name: { ar: 'المدرسة والطفولة', fr: 'École et enfance' }, icon: 'graduation-cap' },
    { id: 'tadhamon', name: { ar: 'التضامن والصحّة', fr: 'Solidarité et santé' }, icon: 'hand-heart' },
  ],
  departments: [
    { id: 'works', name: { ar: 'مصلحة الأشغال والطرقات', fr: 'Travaux et voirie' } },
    { id: 'environment', name: { ar: 'مصلحة البيئة والنظافة', fr: 'Environnement et propreté' } },
    { id: 'society', name: { ar: 'مصلحة الثقافة والشؤون الاجتماعية', fr: 'Culture et affaires sociales' } },
  ],
  ideas: {
    paperSheets: true,
    threshold: { mode: 'absolute', value: 400 },
    duration: { months: 4 },
    supportMinAge: 16,
    depositMinAge: 16,
    collectingPerPerson: 1,
    answerMonths: 3,
  },
  signIn: {
    providers: [
      {
        id: 'oidc',
        issuer: 'http://compte.localhost',
        clientId: 'parvis-marsa',
        label: { ar: 'حسابي في مرسى', fr: 'Mon compte Marsa' },
      },
    ],
  },
  contact: {
    email: 'baladiya@marsa.example',
    address: 'ساحة البلدية، مرسى الياسمين',
    director: { ar: 'رئيس بلدية مرسى الياسمين', fr: 'Le maire de Marsa Yasmine' },
    host: { ar: 'عرض تجريبي على الجهاز الذي يشغّله', fr: 'Démonstration, sur la machine qui l’exécute' },
  },
  legal: { dpoEmail: 'dpo@marsa.example', reviewedOn: '2026-01-15' },
})
