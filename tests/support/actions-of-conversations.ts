import { type Asked, own, text } from './asking'

/** What people and those who organise say to each other. */
export const actionsOfConversations: Record<string, Asked> = {
  'agir/conversations#begin': {
    who: 'citizen',
    form: { kind: 'registration', aboutId: crypto.randomUUID(), body: text },
    own: true,
  },
  'agir/conversations#write': own('conversation', { body: text }),
  'agir/conversations#seen': own('conversation'),
  'agir/conversations/blocks#block': own('conversation'),
  'agir/conversations/blocks#unblock': own('conversation'),
  'agir/announcements#announce': own('date', { reach: 'date', body: text }),
  'agir/companions#share': own('registration', { phone: '' }),
  'agir/conversations/reports#report': own('message', { reason: 'spam', text, goodFaith: 'on' }),
}
