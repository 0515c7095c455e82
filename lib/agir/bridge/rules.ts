import type { Axes } from '../../ideas/rules'

/** Once it has its right, or is being carried out, people may help an idea along. */
export function opensMissions({ publication, collection, delivery }: Axes): boolean {
  if (publication !== 'published' || delivery === 'abandoned') return false
  return collection === 'reached' || collection === 'certified' || delivery !== 'none'
}

/** A need that comes back is one that waits for whoever has time, or asks for it week after week. */
export function comesBack({
  kind,
  commitment,
  dates,
}: {
  kind: string
  commitment: string
  dates: number
}): boolean {
  return kind === 'standing_need' || commitment === 'weekly' || commitment === 'lasting' || dates > 3
}
