import { type Asked, by, long, own, text } from './asking'

/** What lasts, who keeps it, and what things look like. */
export const actionsOfInitiatives: Record<string, Asked> = {
  'agir/initiatives/answers#answerSubject': by('citizen'),
  'agir/initiatives/answers#answerStory': own('initiative', { story: long }),
  'agir/initiatives/answers#answerPlace': own('initiative', {
    placeLabel: text.slice(0, 40),
    districtCode: '',
  }),
  'agir/initiatives/publishing#send': own('initiative'),
  'agir/initiatives/publishing#takeBack': own('initiative'),
  'agir/initiatives/publishing#discard': own('initiative'),
  'agir/initiatives/publishing#end': own('initiative'),
  'agir/initiatives/publishing#resume': own('initiative'),
  'agir/initiatives/joining#join': { who: 'citizen', of: ['initiative'] },
  'agir/initiatives/joining#leave': own('initiative'),
  'agir/initiatives/joining#share': own('initiative', { placeId: crypto.randomUUID() }),
  'agir/activities/archiving#archive': own('activity'),
  'agir/activities/archiving#unarchive': own('activity'),
  'agir/news#tell': own('picture', { kind: 'initiative', title: text.slice(0, 40), body: long }),
  'agir/news#reword': own('news', { title: text.slice(0, 40), body: long }),
  'agir/news#send': own('news'),
  'agir/news#takeBack': own('news'),
  'agir/news#discard': own('news'),
  'agir/news#addImage': own('news', { alt: text.slice(0, 40) }),
  'agir/news#takeImageAway': own('news', { imageId: crypto.randomUUID() }),
  'agir/pictures#give': own('picture', { kind: 'initiative', alt: text.slice(0, 40) }),
  'agir/pictures#takeAway': own('picture', { kind: 'initiative' }),
}
