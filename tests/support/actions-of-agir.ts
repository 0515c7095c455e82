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
import { type Asked, by, long, own, text } from './asking'

const words = { summary: text.slice(0, 100), body: long, practical: '' }
const place = { attendance: 'on_site', placeLabel: 'Square des Tanneurs', districtCode: 'centre' }
const welcome = { registration: 'instant', minors: 'welcome', commitment: 'once', speaks_fr: 'on' }
const timing = { on: '2035-05-02', from: '18:00', to: '20:00', repeat: 'once' }

/** What is organised, and by whom. */
export const actionsOfAgir: Record<string, Asked> = {
  'agir/activities/answers#answerSubject': by('citizen'),
  'agir/activities/answers#answerPlace': own('activity', place),
  'agir/activities/answers#answerText': own('activity', words),
  'agir/activities/answers#answerWelcome': own('activity', welcome),
  'agir/activities/answers#answerTiming': own('activity', timing),
  'agir/activities/answers#takeTimingOut': { who: 'citizen', of: ['activity', 'schedule'], own: true },
  'agir/activities/publishing#send': own('activity'),
  'agir/activities/publishing#takeBack': own('activity'),
  'agir/activities/publishing#discard': own('activity'),
}
