import { changes } from '../../tenancy/freshness'
import type { Page } from './page'
import { createShelf, type Kept } from './shelf'

const freshFor = 1000
const staleFor = 4000
const keptFor = 3_600_000

export type Wanted = { city: string; key: string; shows: 'ideas' | 'settings' }

/**
 * Answers of public pages. One second old or less: as it is. Up to four: as it is, while one request renders it again.
 * Older, or emptied: rendered first. When it cannot be rendered, the last good one, for an hour.
 */
export function createPageCache(limit: number) {
  const shelf = createShelf(limit)
  const rendering = new Map<string, Promise<Page>>()
  changes.listen((city, tag) => shelf.empty(city, tag === 'settings' || tag === '*' ? 'settings' : 'ideas'))

  return { show, size: shelf.size }

  /** The page, at once when it is held; otherwise as soon as the one rendering of it ends. */
  function show(wanted: Wanted, render: () => Promise<Page>): Page | Promise<Page> {
    const now = performance.now()
    const kept = shelf.find(wanted.city, wanted.key)
    if (!kept) return renderOnce(wanted, render)
    const age = now - kept.since
    if (!kept.isEmptied && age < freshFor) return kept.page
    if (kept.page.status !== 200) return renderOnce(wanted, render)
    const fresh = renderOnce(wanted, render)
    if (!kept.isEmptied && age < staleFor) {
      fresh.catch(() => {})
      return kept.page
    }
    return age < keptFor
      ? fresh.then(
          (page) => orLastGood(page, kept),
          (error) => lastGood(kept, error),
        )
      : fresh
  }

  function renderOnce(wanted: Wanted, render: () => Promise<Page>): Promise<Page> {
    const under = rendering.get(wanted.key)
    if (under) return under
    const began = performance.now()
    const version = changes.version(wanted.city)
    const page = render().then((made) => keepIfAllowed(wanted, made, began, version))
    rendering.set(wanted.key, page)
    return page.finally(() => rendering.delete(wanted.key))
  }

  function keepIfAllowed({ city, key, shows }: Wanted, page: Page, since: number, version: number): Page {
    if (!page.mayBeKept) return page
    const isEmptied = version !== changes.version(city)
    shelf.keep(key, { city, shows, page, since, isEmptied })
    return page
  }
}

const orLastGood = (page: Page, kept: Kept) => (page.status >= 500 ? kept.page : page)

function lastGood(kept: Kept, error: unknown): Page {
  console.error('A public page could not be rendered again; the last good one is shown', error)
  return kept.page
}
