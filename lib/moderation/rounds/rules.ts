export const roundRefusals = ['nothing_asked', 'nothing_changed', 'title_taken'] as const
export type RoundRefusal = (typeof roundRefusals)[number]
