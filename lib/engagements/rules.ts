import type { Rules } from '../../tenants/rules'
import { dueAfterWorkingDays } from '../ideas/deposit/rules'
import type { Axes } from '../ideas/rules'
import { deadlineOf } from '../rules/rules'

/** What a city owes for an idea whose right is certified, in the order in which it falls due. */
export const dutyKinds = [
  'acknowledge',
  'name_instructor',
  'admissibility',
  'opinion',
  'inform_progress',
] as const
export type DutyKind = (typeof dutyKinds)[number]

/** The words of an address for each. */
export const kindWords = {
  acknowledge: 'accuse-de-reception',
  name_instructor: 'qui-instruit',
  admissibility: 'recevabilite',
  opinion: 'avis',
  inform_progress: 'nouvelles',
} as const satisfies Record<DutyKind, string>

export const standings = ['late', 'owed', 'met', 'met_late', 'waived'] as const
export type Standing = (typeof standings)[number]

export const standingWords = {
  late: 'en-retard',
  owed: 'a-venir',
  met: 'a-temps',
  met_late: 'avec-retard',
  waived: 'dispenses',
} as const satisfies Record<Standing, string>

export const pending = ['late', 'owed'] as const satisfies readonly Standing[]

export type Owed = { dueAt: Date; metAt: Date | null; waivedAt: Date | null }

/** How a duty stands: a limit is exclusive, so what is done at that very instant is done late. */
export function standingOf({ dueAt, metAt, waivedAt }: Owed, now: Date): Standing {
  if (waivedAt) return 'waived'
  if (metAt) return metAt < dueAt ? 'met' : 'met_late'
  return dueAt <= now ? 'late' : 'owed'
}

export type Clock = { state: 'left' | 'late'; days: number }

/** Whole days left, the one under way included; or whole days late, the first one begun included. */
export function clockOf(dueAt: Date, now: Date): Clock {
  const away = dueAt.getTime() - now.getTime()
  return away > 0
    ? { state: 'left', days: Math.ceil(away / 86_400_000) }
    : { state: 'late', days: Math.max(1, Math.ceil(-away / 86_400_000)) }
}

type Certified = { reachedAt: Date; certifiedAt: Date; timeZone: string; rules: Rules }
export type Due = { kind: DutyKind; dueAt: Date }

/**
 * What is owed from the day a right is certified, by the rules of its idea: everything counts from the crossing, but for
 * the first word, which could be late before the checking of the supports is over.
 */
export function dutiesOf({ reachedAt, certifiedAt, timeZone, rules }: Certified): Due[] {
  return [
    {
      kind: 'acknowledge',
      dueAt: dueAfterWorkingDays(certifiedAt, rules.acknowledgeWorkingDays, timeZone),
    },
    { kind: 'name_instructor', dueAt: deadlineOf(reachedAt, { days: rules.firstWordDays }, timeZone) },
    { kind: 'admissibility', dueAt: deadlineOf(reachedAt, { days: rules.admissibilityDays }, timeZone) },
    { kind: 'opinion', dueAt: deadlineOf(reachedAt, { months: rules.answerMonths }, timeZone) },
  ]
}

/** What is owed for an idea the city takes up of its own accord: all but the first word, which that already was. */
export function earlyDutiesOf({
  takenUpAt,
  timeZone,
  rules,
}: Omit<Certified, 'reachedAt' | 'certifiedAt'> & { takenUpAt: Date }): Due[] {
  const duties = dutiesOf({ reachedAt: takenUpAt, certifiedAt: takenUpAt, timeZone, rules })
  return duties.filter(({ kind }) => kind !== 'acknowledge')
}

/** What can still be done of it where an examination is: none of it once the city has answered. */
export function dutiesLeft(duties: Due[], examination: Axes['examination']): Due[] {
  if (examination === 'none' || examination === 'due') return duties
  if (examination === 'admissibility')
    return duties.filter(({ kind }) => kind === 'admissibility' || kind === 'opinion')
  return examination === 'study' ? duties.filter(({ kind }) => kind === 'opinion') : []
}

/** When news is owed again while what was promised is being carried out. */
export function newsDueAt(since: Date, { progressMonths }: Rules, timeZone: string): Date {
  return deadlineOf(since, { months: progressMonths }, timeZone)
}

/** How many duties share who owes them, where, what and how they stand. */
export type DutyCell = {
  departmentId: string | null
  districtCode: string | null
  secondDistrictCode?: string | null
  kind: DutyKind
  standing: Standing
  count: number
}
/** Where it is owed: nowhere in particular, in one district, or by two together. */
export const districtsOf = (cell: Pick<DutyCell, 'districtCode' | 'secondDistrictCode'>): string[] =>
  [cell.districtCode, cell.secondDistrictCode].flatMap((code) => code ?? [])

type Asked = { departments: string[]; districts: string[]; kinds: DutyKind[]; standings: Standing[] }

/** Without a word about it, what is still owed. */
export function standingsAsked({ standings: asked }: Pick<Asked, 'standings'>): readonly Standing[] {
  return asked.length > 0 ? asked : pending
}

/** Whether a list goes towards the future: what is owed, the latest of all first. */
export function isForward(asked: Pick<Asked, 'standings'>): boolean {
  return standingsAsked(asked).every((standing) => standing === 'late' || standing === 'owed')
}

export type DutyFacets = {
  total: number
  departments: Record<string, number>
  districts: Record<string, number>
  kinds: Record<DutyKind, number>
  standings: Record<Standing, number>
}

/** What each choice would show, the other groups of choices staying as they are. */
export function facetsOf(cells: DutyCell[], asked: Asked): DutyFacets {
  const facets: DutyFacets = {
    total: 0,
    departments: {},
    districts: {},
    kinds: { acknowledge: 0, name_instructor: 0, admissibility: 0, opinion: 0, inform_progress: 0 },
    standings: { late: 0, owed: 0, met: 0, met_late: 0, waived: 0 },
  }
  for (const cell of cells) {
    const fits = {
      department: allows(asked.departments, cell.departmentId),
      district:
        asked.districts.length === 0 || districtsOf(cell).some((code) => asked.districts.includes(code)),
      kind: allows(asked.kinds, cell.kind),
      standing: standingsAsked(asked).includes(cell.standing),
    }
    const but = (left: keyof typeof fits) =>
      Object.entries(fits).every(([name, fitting]) => name === left || fitting)
    if (Object.values(fits).every(Boolean)) facets.total += cell.count
    if (cell.departmentId && but('department')) add(facets.departments, cell.departmentId, cell.count)
    if (but('district')) for (const code of districtsOf(cell)) add(facets.districts, code, cell.count)
    if (but('kind')) facets.kinds[cell.kind] += cell.count
    if (but('standing')) facets.standings[cell.standing] += cell.count
  }
  return facets
}

function allows(chosen: readonly string[], value: string | null): boolean {
  return chosen.length === 0 || (value !== null && chosen.includes(value))
}

function add(counts: Record<string, number>, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count
}
