import { type Asked, by, own, text } from './asking'

const offer = {
  districtCode: 'centre-bourg',
  radiusKm: '',
  birthYear: '1980',
  wontDo: '',
  slot_6_morning: 'on',
}
const call = {
  title: text.slice(0, 60),
  body: text,
  meeting: text.slice(0, 60),
  districtCode: '',
  seats: '2',
}
const when = { onDay: '2035-05-02', part: 'morning', language: '', minAge: '18' }

/** What people offer the city, and what is asked of them. */
export const actionsOfVolunteers: Record<string, Asked> = {
  'agir/volunteers#offer': { who: 'citizen', form: offer },
  'agir/volunteers#stop': { ...by('citizen'), own: true },
  'agir/volunteers#withdraw': by('citizen'),
  'agir/calls#open': { who: 'citizen', form: { organisationId: '', ...call, ...when } },
  'agir/calls#close': own('call'),
  'agir/calls#announce': own('call', { body: text.slice(0, 60) }),
  'agir/calls#reply': { who: 'visitor', of: ['callAnswer'], form: { reply: 'yes' }, own: true },
}
