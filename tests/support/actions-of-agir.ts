import { type Asked, by, own, text } from './asking'

const page = { kind: 'collective', name: 'Les voisins du square', themeIds: 'nature', districtCode: '' }
const said = { ...page, summary: text.slice(0, 80), website: '' }

/** The actions of those who organise, of what they organise and of who comes. */
export const actionsOfAgir: Record<string, Asked> = {
  'agir/organisations#begin': by('citizen'),
  'agir/organisations#change': own('organisation', { ...said, story: '', address: '', publicEmail: '' }),
  'agir/organisations#send': own('organisation'),
  'agir/organisations#discard': own('organisation'),
  'agir/organisations/members#invite': own('organisation', { email: 'quelquun@exemple.fr', role: 'member' }),
  'agir/organisations/members#accept': { who: 'citizen', form: { jeton: 'a'.repeat(43) }, own: true },
  'agir/organisations/members#ask': { who: 'citizen', form: { slug: 'nulle-part' } },
  'agir/organisations/members#answer': own('membership', { answer: 'accept' }),
  'agir/organisations/members#giveRole': own('membership', { role: 'owner' }),
  'agir/organisations/members#remove': own('membership'),
  'agir/organisations/members#leave': own('organisation'),
}
