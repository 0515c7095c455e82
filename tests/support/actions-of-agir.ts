import { about, type Asked, by, own, text } from './asking'

const page = { kind: 'collective', name: 'Les voisins du square', themeIds: 'cadre-de-vie', districtCode: '' }
const said = { ...page, summary: text.slice(0, 80), website: '' }

/** The actions of those who organise, of what they organise and of who comes. */
export const actionsOfAgir: Record<string, Asked> = {
  'agir/favourites#favour': { ...by('citizen'), form: { keep: crypto.randomUUID() } },
  'agir/searches#save': {
    ...by('citizen'),
    form: { name: 'Le canal', query: '?q=canal', frequency: 'daily' },
  },
  'agir/searches#change': own('search', { name: 'Le canal', frequency: 'never' }),
  'agir/searches#forget': own('search'),
  'agir/sources#claim': {
    ...by('area_admin'),
    form: { activity: 'nulle-part', organisation: 'nulle-part' },
  },
  'agir/sources#askFor': own('organisation', { slug: 'nulle-part', said: text, proofUrl: '' }),
  'agir/sources#decide': { ...about('area_admin', 'claim'), form: { answer: 'refuse', reply: text } },
  'agir/sources#answer': own('change', { answer: 'keep' }),
  'agir/sources#unite': { ...about('area_admin', 'candidate'), form: { answer: 'dismiss' } },
  'agir/suggestions#choose': { ...by('citizen'), form: { wanted: '1' } },
  'agir/organisations#begin': by('citizen'),
  'agir/organisations#change': own('organisation', { ...said, story: '', address: '', publicEmail: '' }),
  'agir/organisations#send': own('organisation'),
  'agir/organisations#discard': own('organisation'),
  'agir/organisations#close': own('organisation'),
  'agir/organisations/members#invite': own('organisation', { email: 'quelquun@exemple.fr', role: 'member' }),
  'agir/organisations/members#accept': { who: 'citizen', form: { jeton: 'a'.repeat(43) }, own: true },
  'agir/organisations/members#ask': { who: 'citizen', form: { slug: 'nulle-part' } },
  'agir/organisations/members#answer': own('membership', { answer: 'accept' }),
  'agir/organisations/members#giveRole': own('membership', { role: 'owner' }),
  'agir/organisations/members#remove': own('membership'),
  'agir/organisations/members#leave': own('organisation'),
  'agir/organisations/identifiers#add': own('organisation', { scheme: 'siren', value: '732829320' }),
  'agir/organisations/identifiers#release': own('organisation', { scheme: 'siren', value: '732829320' }),
  'agir/organisations/proofs#checkSite': own('organisation', { method: 'dns' }),
  'agir/organisations/proofs#askCity': own('organisation', { method: 'document', said: text }),
  'agir/organisations/proofs#giveCode': own('organisation', { code: '12345678' }),
  'agir/organisations/proofs#vouch': { who: 'citizen', form: { slug: 'nulle-part' } },
  'agir/organisations/proofs#vouchFor': { who: 'citizen', form: { slug: 'nulle-part' } },
  'agir/organisations/proofs#claim': { who: 'citizen', form: { slug: 'nulle-part', said: text } },
  'agir/organisations/proofs/officers#codeFor': about('area_admin', 'proof'),
  'agir/organisations/proofs/officers#decide': {
    ...about('area_admin', 'proof'),
    form: { answer: 'proven', text },
  },
  'agir/organisations/proofs/officers#partner': {
    ...about('area_admin', 'organisation'),
    form: { isPartner: '1' },
  },
  'agir/organisations/proofs/officers#dissolved': {
    ...about('area_admin', 'organisation'),
    form: { scheme: 'siren', value: '732829320' },
  },
}
