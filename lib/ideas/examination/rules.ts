/** What an opinion may come to, and the state of the examination that follows. */
export const decisions = ['favourable', 'partial', 'unfavourable'] as const
export type Decision = (typeof decisions)[number]

/** From the opinion to the ribbon: each is a dated fact that anyone can check. */
export const milestoneKinds = [
  'planned',
  'deliberation',
  'budget',
  'contract',
  'works',
  'news',
  'delivered',
  'abandoned',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]
