import { type ConsultationType, type Dated, isLate, type Status, statuses, statusOf } from '../rules'

export type Filters = {
  statuses: Status[]
  types: ConsultationType[]
  /** `ville` stands for what is the whole city's. */
  districts: string[]
  themes: string[]
  from: string | null
  until: string | null
  page: number
}
export const noFilters: Filters = {
  statuses: [],
  types: [],
  districts: [],
  themes: [],
  from: null,
  until: null,
  page: 1,
}
export const wholeCity = 'ville'
export const onAPage = 20

type Listed = Dated & {
  id: string
  type: ConsultationType
  districtCode: string | null
  themeId: string | null
  reportDueOn: string | null
}
export type Facets = Record<'statuses' | 'types' | 'districts' | 'themes', Record<string, number>>

const names = Object.keys(statuses) as Status[]

/** What can still be answered first, by its last day; then what is coming, what the city owes, and what is past. */
export function arranged<One extends Listed>(all: One[], filters: Filters, today: string) {
  const held = heldOn(all, today)
  const found = held.filter((row) => isAsked(row, filters))
  found.sort((a, b) => names.indexOf(a.status) - names.indexOf(b.status) || inOrder(a.one, b.one, a.status))
  const pages = Math.max(1, Math.ceil(found.length / onAPage))
  const page = Math.min(filters.page, pages)
  return {
    total: found.length,
    pages,
    page,
    shown: found.slice((page - 1) * onAPage, page * onAPage),
    facets: facetsOf(held, filters),
  }
}

/** What a calendar or a feed of the same address holds: all of it, in the order in which it came. */
export function allFound<One extends Listed>(all: One[], filters: Filters, today: string): One[] {
  return heldOn(all, today).flatMap((row) => (isAsked(row, filters) ? [row.one] : []))
}

function heldOn<One extends Listed>(all: One[], today: string) {
  return all.map((one) => ({ one, status: statusOf(one, today), isLate: isLate(one, today) }))
}

const isAsked = (row: Row, filters: Filters) => groups.every((group) => allows(group, row, filters))

function inOrder(one: Listed, other: Listed, status: Status): number {
  const day = (row: Listed) => (status === 'announced' ? row.opensOn : row.closesOn) ?? ''
  const isForward = status === 'open' || status === 'announced' || status === 'closed_report_due'
  const order = day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : one.id < other.id ? -1 : 1
  return isForward ? order : -order
}

type Row = { one: Listed; status: Status }
const groups = ['statuses', 'types', 'districts', 'themes', 'days'] as const
type Group = (typeof groups)[number]

function allows(group: Group, { one, status }: Row, filters: Filters): boolean {
  if (group === 'days') {
    const { from, until } = filters
    return (!from || (one.closesOn ?? '') >= from) && (!until || (one.opensOn ?? '') <= until)
  }
  const chosen: readonly string[] = filters[group]
  return chosen.length === 0 || chosen.includes(valueIn(group, { one, status }) ?? '')
}

function valueIn(group: Exclude<Group, 'days'>, { one, status }: Row): string | null {
  if (group === 'statuses') return status
  if (group === 'types') return one.type
  return group === 'themes' ? one.themeId : (one.districtCode ?? wholeCity)
}

/** What each choice would show, the other groups of choices staying as they are. */
function facetsOf(held: Row[], filters: Filters): Facets {
  const count = (group: Exclude<Group, 'days'>) => {
    const others = groups.filter((other) => other !== group)
    const counts: Record<string, number> = {}
    for (const row of held.filter((one) => others.every((other) => allows(other, one, filters)))) {
      const value = valueIn(group, row)
      if (value) counts[value] = (counts[value] ?? 0) + 1
    }
    return counts
  }
  return {
    statuses: count('statuses'),
    types: count('types'),
    districts: count('districts'),
    themes: count('themes'),
  }
}
