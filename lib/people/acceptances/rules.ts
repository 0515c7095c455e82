import type { Acceptable } from '../../../tenants/legal'

type Shown = { document: Acceptable; version: number }

/** Whether what was agreed to is all that is owed, as it is worded now: not what it said a moment before. */
export function coversAll(owed: readonly Shown[], agreed: Partial<Record<Acceptable, number>>): boolean {
  return owed.every(({ document, version }) => agreed[document] === version)
}
