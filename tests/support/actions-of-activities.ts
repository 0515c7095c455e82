import { type Asked, by, long, own, text } from './asking'

const words = { summary: text.slice(0, 100), body: long, practical: '' }
const place = { attendance: 'on_site', placeLabel: 'Square des Tanneurs', districtCode: 'centre-bourg' }
const welcome = { registration: 'instant', minors: 'welcome', commitment: 'once', speaks_fr: 'on' }
const timing = { on: '2035-05-02', from: '18:00', to: '20:00', repeat: 'once' }

/** A link that no letter of the city carries. */
const link = { jeton: `${crypto.randomUUID()}.${'a'.repeat(43)}` }

/** What is organised, and by whom. */
export const actionsOfActivities: Record<string, Asked> = {
  'agir/activities/answers#answerSubject': by('citizen'),
  'agir/activities/answers#answerPlace': own('activity', place),
  'agir/activities/answers#answerText': own('activity', words),
  'agir/activities/answers#answerWelcome': own('activity', welcome),
  'agir/activities/answers#answerTiming': own('activity', timing),
  'agir/activities/answers#takeTimingOut': { who: 'citizen', of: ['activity', 'schedule'], own: true },
  'agir/dates#cancel': own('date', { scope: 'one', reason: text.slice(0, 60) }),
  'agir/dates#undo': own('date'),
  'agir/dates#postpone': own('date', { reason: text.slice(0, 60) }),
  'agir/dates#goOnline': own('date', { onlineUrl: 'https://visio.exemple.fr/salle', reason: '' }),
  'agir/dates#move': own('date', { on: '2035-05-02', from: '18:00', to: '20:00', reason: '' }),
  'agir/dates/placing#holdElsewhere': own('date', {
    placeLabel: 'Le gymnase',
    districtCode: 'centre-bourg',
    reason: '',
  }),
  'agir/dates/roles#changeWhatThereIsToDo': own('date', { role_0_label: 'Tenir la buvette' }),
  'agir/registrations/organising#approve': own('registration'),
  'agir/registrations/organising#wait': own('registration'),
  'agir/registrations/organising#decline': own('registration', { reason: text.slice(0, 60) }),
  'agir/registrations/exclusions#exclude': own('registration', { reason: text.slice(0, 60) }),
  'agir/registrations/exclusions#lift': {
    ...own('activity', { exclusionId: crypto.randomUUID() }),
    of: ['activity', 'date'],
  },
  'agir/registrations/organising#resize': {
    who: 'citizen',
    of: ['date'],
    form: { positionId: crypto.randomUUID(), capacity: '3' },
    own: true,
  },
  'agir/attendance#mark': {
    who: 'citizen',
    of: ['date', 'registration'],
    form: { state: 'attended', requestId: crypto.randomUUID() },
    own: true,
  },
  'agir/attendance#sync': own('date', { marks: '[]' }),
  'agir/attendance#addSomeone': own('date', { name: 'Jo', party: '1', requestId: crypto.randomUUID() }),
  'agir/attendance#restAbsent': own('date'),
  'agir/attendance#pause': own('date', { breakMinutes: '15' }),
  'agir/certificates#issue': {
    who: 'citizen',
    form: { from: '2026-01-01', until: '2026-12-31', organisationIds: crypto.randomUUID() },
  },
  'agir/certificates#revoke': {
    who: 'citizen',
    form: { serial: '2345-6789-ABCD', reason: text.slice(0, 60) },
    own: true,
  },
  'agir/feedback#say': own('date', { rating: '4', text: text.slice(0, 60) }),
  'agir/hours#declare': own('registration', { lasted: '2:00' }),
  'agir/hours#answer': own('registration', { seen: '1', lasted: '2:00', reason: '' }),
  'agir/hours#approveAll': own('date'),
  'agir/standing#everyTime': { who: 'citizen', of: ['schedule'], form: { until: '' } },
  'agir/standing#stop': { who: 'citizen', form: { standingId: crypto.randomUUID() }, own: true },
  'agir/standing#away': {
    who: 'citizen',
    form: { standingId: crypto.randomUUID(), from: '2030-07-01', until: '2030-08-31' },
    own: true,
  },
  'agir/registrations/feeds#open': by('citizen'),
  'agir/registrations/feeds#close': by('citizen'),
  'agir/registrations#reconfirm': own('registration'),
  'agir/registrations/guests#ask': {
    who: 'visitor',
    form: { seat: `${crypto.randomUUID()}.${crypto.randomUUID()}`, name: 'Nour', email: 'nour@exemple.fr' },
  },
  'agir/registrations/guests#confirm': { who: 'visitor', form: link },
  'agir/registrations/guests#accept': { who: 'visitor', of: ['registration'], form: link, own: true },
  'agir/registrations/guests#reconfirm': { who: 'visitor', of: ['registration'], form: link, own: true },
  'agir/registrations/guests#cancel': { who: 'visitor', of: ['registration'], form: link, own: true },
  'agir/registrations/guardians#consent': {
    who: 'visitor',
    form: { ...link, scope: 'date', authority: 'on' },
    own: true,
  },
  'agir/registrations/guardians#refuse': { who: 'visitor', form: link, own: true },
  'agir/registrations/guardians#withdraw': { who: 'visitor', form: link, own: true },
  'agir/activities/publishing#send': own('activity'),
  'agir/activities/publishing#takeBack': own('activity'),
  'agir/activities/publishing#discard': own('activity'),
}
