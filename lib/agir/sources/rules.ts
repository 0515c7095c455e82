export const changeKinds = ['changed', 'gone'] as const
export const changeStates = ['waiting', 'taken', 'kept', 'superseded'] as const
export const duplicateStates = ['waiting', 'merged', 'dismissed'] as const

/** An activity as its source announces it: what is written down of it, when it takes place, and what tells versions apart. */
export type SourceWish = {
  row: Record<string, unknown>
  times: { startsAt: string; endsAt: string }[]
  isOver: boolean
  hash: string
}

export const sourceRefusals = [
  'not_there',
  'outside_scope',
  'already_decided',
  'has_registrations',
  'not_imported',
  'no_organisation',
] as const
export type SourceRefusal = (typeof sourceRefusals)[number]

/** What two activities must share to be shown as perhaps the same. */
export const alike = { minutes: 30, metres: 150, titles: 0.6 } as const

type Announced = { origin: string | null; organisationId: string | null; claimedAt: Date | null }

/** Whose word counts more: whoever is here, then an organisation's own feed, then that of a city. */
export function precedence({ origin, organisationId, claimedAt }: Announced): number {
  if (origin === null || claimedAt !== null) return 3
  return organisationId === null ? 1 : 2
}

/** Which of two stays where they become one: the one whose word counts more, else the one that was here first. */
export function staying<One extends Announced & { createdAt: Date }>(first: One, second: One): One {
  const more = precedence(first) - precedence(second)
  if (more !== 0) return more > 0 ? first : second
  return first.createdAt <= second.createdAt ? first : second
}

type Source = { origin: string | null; originName: string | null; originUrl: string | null }

/** What a source is called: its name, else the site it announces things on, else the word it was imported under. */
export const sourceName = ({ origin, originName, originUrl }: Source): string =>
  originName ?? (originUrl ? new URL(originUrl).hostname.replace(/^www\./, '') : (origin ?? ''))

/** The fields people compare, in the order in which they read them. */
export const comparedFields = [
  'title',
  'summary',
  'body',
  'placeLabel',
  'address',
  'price',
  'externalUrl',
] as const
export type ComparedField = (typeof comparedFields)[number]

type Own = Record<ComparedField, string | null>

/** What the source says otherwise, field by field. */
export function differences(own: Own, { row }: Pick<SourceWish, 'row'>) {
  return comparedFields
    .map((field) => ({ field, here: own[field] ?? '', there: String(row[field] ?? '') }))
    .filter(({ here, there }) => here !== there)
}
