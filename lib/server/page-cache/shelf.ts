import type { Page } from './page'
import type { Shown, Subject } from './public-routes'

/** A page as it is kept: whose it is, what it shows, since when. */
export type Kept = {
  city: string
  shows: Shown
  page: Page
  since: number
  /** What had moved in the city when it was rendered: `changes.movement`. */
  movement: number
  isEmptied: boolean
  /** Since it was last passed over when room was made. */
  wasShown?: boolean
}

/**
 * Pages by address, at most `limit` bytes of them. When room is needed, the city that holds most gives up the oldest that
 * nobody asked for since it was last passed over: a city with a thousand pages never pushes out one with ten.
 */
export function createShelf(limit: number) {
  const cities = new Map<string, { pages: Map<string, Kept>; bytes: number }>()
  let bytes = 0

  return { find, keep, empty, drop, size: () => bytes }

  function find(city: string, key: string): Kept | undefined {
    const kept = cities.get(city)?.pages.get(key)
    if (kept) kept.wasShown = true
    return kept
  }

  function keep(key: string, kept: Kept): void {
    drop(kept.city, key)
    if (kept.page.size > limit / 4) return
    const own = cities.get(kept.city) ?? { pages: new Map(), bytes: 0 }
    cities.set(kept.city, own)
    own.pages.set(key, kept)
    own.bytes += kept.page.size
    bytes += kept.page.size
    while (bytes > limit) giveUpOne()
  }

  function drop(city: string, key: string): void {
    const own = cities.get(city)
    const kept = own?.pages.get(key)
    if (!own || !kept) return
    own.pages.delete(key)
    own.bytes -= kept.page.size
    bytes -= kept.page.size
    if (own.pages.size === 0) cities.delete(city)
  }

  function giveUpOne(): void {
    let [largest, most] = ['', -1]
    for (const [city, own] of cities) if (own.bytes > most) [largest, most] = [city, own.bytes]
    const pages = cities.get(largest)?.pages ?? new Map<string, Kept>()
    for (const [key, kept] of pages) {
      if (!kept.wasShown) return drop(largest, key)
      kept.wasShown = false
      pages.delete(key)
      pages.set(key, kept)
    }
  }

  /** What the city has changed must be rendered again before it is shown; it is kept for when that cannot be done. */
  function empty(city: string | null, changed: Subject): void {
    for (const [name, own] of cities) {
      if (city !== null && name !== city) continue
      for (const kept of own.pages.values())
        if (changed === 'settings' || kept.shows === changed || kept.shows === 'everything')
          kept.isEmptied = true
    }
  }
}
