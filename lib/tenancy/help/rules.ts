/** For how long a city lets the operator look: an hour at least, a week at most. */
export const accessHours = [1, 4, 24, 72, 168] as const
export const codeSeconds = 120

/** Where in the console an operator looks with the city's leave: not at what people asked about their own data, nor at the way out. */
export const helperMayOpen = (path: string) =>
  /^\/administration(\/|$)/.test(path) && !/^\/administration\/(donnees|depart|assistance)(\/|$)/.test(path)

type Access = { accessUntil: Date | null; closedAt: Date | null }

export const isAccessOpen = ({ accessUntil, closedAt }: Access, now: Date): boolean =>
  accessUntil !== null && accessUntil > now && closedAt === null

/** Somebody of the operator, looking on in the city's console. */
export type Helping = { email: string; ticketId: string; subject: string; until: Date }
