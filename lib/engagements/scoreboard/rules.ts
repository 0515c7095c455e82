import type { Shelf } from '../../ideas/rules'
import { type DutyCell, districtsOf, type Standing } from '../rules'

/** Where everything the city answered is listed, what it promised and gave up as well. */
export const answeredShelves: readonly Shelf[] = ['answered', 'carried_out']

export type Tally = { onTime: number; judged: number; late: number }

/** How many duties were kept in time, of all that have fallen due. What is waived, or still has time, is not judged. */
export function tallyOf(cells: readonly DutyCell[]): Tally {
  const count = (...standings: Standing[]) =>
    cells.filter(({ standing }) => standings.includes(standing)).reduce((sum, cell) => sum + cell.count, 0)
  return { onTime: count('met'), judged: count('met', 'met_late', 'late'), late: count('late') }
}

/** A whole percentage, or null when there is nothing to divide. Never rounded up to all of it. */
export function shareOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  return part === whole ? 100 : Math.min(99, Math.round((100 * part) / whole))
}

const owers = {
  departmentId: ({ departmentId }: DutyCell) => (departmentId ? [departmentId] : []),
  districtCode: districtsOf,
}

/** The same tally for each department or district, the one with most to answer for first. */
export function talliesBy(cells: readonly DutyCell[], by: keyof typeof owers): (Tally & { id: string })[] {
  const owing = owers[by]
  const ids = [...new Set(cells.flatMap(owing))]
  return ids
    .map((id) => ({ id, ...tallyOf(cells.filter((cell) => owing(cell).includes(id))) }))
    .filter(({ judged }) => judged > 0)
    .sort((one, other) => other.judged - one.judged || (one.id < other.id ? -1 : 1))
}
