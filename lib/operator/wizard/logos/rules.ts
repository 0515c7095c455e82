export type SentLogo = { file: File | null; alt: string | undefined; isTakenAway: boolean }

/** Where a city that is not there yet keeps its pictures: no city can be called so. */
export const draftHolder = (id: string) => ({ id: `.drafts/${id}` })
