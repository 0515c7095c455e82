import type { Role } from '@/lib/people/rules'

/** What an action may name, and the field in which a form says it. */
export const kinds = {
  idea: 'ideaId',
  draft: 'ideaId',
  comment: 'commentId',
  argument: 'useful',
  task: 'taskId',
  consultation: 'id',
  document: 'documentId',
  question: 'questionId',
  obligation: 'obligationId',
  merge: 'mergeId',
  invalidation: 'id',
  invitation: 'invitationId',
  notice: 'eventId',
  interest: 'interestId',
  template: 'id',
  grant: 'grantId',
  person: 'personId',
  letter: 'letterId',
  settings: 'draftId',
  sheet: 'sheetId',
  organisation: 'organisationId',
  membership: 'membershipId',
  activity: 'activityId',
  schedule: 'scheduleId',
  date: 'dateId',
  proof: 'proofId',
  registration: 'registrationId',
  search: 'searchId',
  conversation: 'conversationId',
  message: 'messageId',
  change: 'changeId',
  candidate: 'candidateId',
  claim: 'claimId',
  initiative: 'initiativeId',
  picture: 'id',
  news: 'newsId',
  call: 'callId',
  callAnswer: 'answerId',
} as const
export type Kind = keyof typeof kinds

/** Who may ask, what is named, what else is filled in; `own` when it is only for the one person it belongs to. */
export type Asked = {
  who: Role | 'visitor' | 'staff' | 'operator' | 'door'
  of?: readonly Kind[]
  form?: Record<string, string>
  own?: true
}

export const text =
  'Un texte assez long pour être lu, compris et discuté par toutes celles et ceux qui passent. '
export const long = text.repeat(5)

export const about = (who: Asked['who'], ...of: Kind[]) => ({ who, of })
export const by = (who: Asked['who']) => ({ who })
export const own = (kind: Kind, form: Record<string, string> = {}) =>
  ({ who: 'citizen', of: [kind], form, own: true }) as const
