import { type HourKind, isCounted, isWaiting } from '../rules'

type Line = { kind: HourKind; minutes: number; servedOn: string; organisationId: string | null }

export type Total<Named> = { of: Named; counted: number; waiting: number; dates: number }

/** Minutes that count and minutes that wait, added up by whatever a line belongs to, the largest first. */
export function totalsBy<One extends Line, Key extends string>(
  lines: readonly One[],
  keyOf: (line: One) => Key,
): Total<Key>[] {
  const totals = new Map<Key, Total<Key>>()
  for (const line of lines) {
    const of = keyOf(line)
    const total = totals.get(of) ?? { of, counted: 0, waiting: 0, dates: 0 }
    totals.set(of, total)
    if (isCounted(line.kind)) {
      total.counted += line.minutes
      total.dates += 1
    }
    if (isWaiting(line.kind)) total.waiting += line.minutes
  }
  const known = [...totals.values()].filter(({ counted, waiting }) => counted + waiting > 0)
  return known.sort((a, b) => b.counted - a.counted || b.waiting - a.waiting)
}

export const yearOf = ({ servedOn }: Pick<Line, 'servedOn'>): string => servedOn.slice(0, 4)
