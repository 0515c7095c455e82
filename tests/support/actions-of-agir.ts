import { type Asked, by, own, text } from './asking'

const page = { kind: 'collective', name: 'Les voisins du square', themeIds: 'nature', districtCode: '' }
const said = { ...page, summary: text.slice(0, 80), website: '' }

/** The actions of those who organise, of what they organise and of who comes. */
export const actionsOfAgir: Record<string, Asked> = {
  'agir/organisations#begin': by('citizen'),
  'agir/organisations#change': own('organisation', { ...said, story: '', address: '', publicEmail: '' }),
  'agir/organisations#send': own('organisation'),
  'agir/organisations#discard': own('organisation'),
}
