export const callAnnouncementRefusals = ['not_there', 'nobody', 'too_many', 'over'] as const
export type CallAnnouncementRefusal = (typeof callAnnouncementRefusals)[number]
