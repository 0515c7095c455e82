import { changes } from '../../tenancy/freshness'
import type { Page } from './page'
import type { Shown, Subject } from './public-routes'
import { createShelf, type Kept } from './shelf'

const freshFor = 1000
const unmovedFor = 4000
const staleFor = 4900
const keptFor = 3_600_000

export type Wanted = { city: string; key: string; shows: Shown }

/** The newest under way of one page, of the city as it was at a version. */
type Rendering = {
  page: Promise<Page>
  version: number
  /** It was begun while an older one was under way. */
  isSecond: boolean
  /** What those wait for together who asked after yet another change. */
  next?: Promise<Page>
}

/**
 * Answers of public pages. One second old or less, or four when nothing was said to have moved in the city since: as it
 * is. Up to five: as it is, while one request renders it again. Older, or emptied: rendered first, so that no count is
 * ever older than that whatever was not heard. When it cannot be rendered, the last good one, for an hour.
 */
export function createPageCache(limit: number) {
  const shelf = createShelf(limit)
  const rendering = new Map<string, Rendering>()
  changes.listen((city, tag) => shelf.empty(city, emptiedBy(tag)))

  return { show, size: shelf.size }

  /** The page, at once when it is held; otherwise as soon as the one rendering of it ends. */
  function show(wanted: Wanted, render: () => Promise<Page>): Page | Promise<Page> {
    const now = performance.now()
    const kept = shelf.find(wanted.city, wanted.key)
    if (!kept) return renderOnce(wanted, render)
    const age = now - kept.since
    if (!kept.isEmptied && age < freshnessOf(kept)) return kept.page
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

  /** One begun before something changed is for those who asked before; however often it changes, two are under way at most. */
  function renderOnce(wanted: Wanted, render: () => Promise<Page>): Promise<Page> {
    const under = rendering.get(wanted.key)
    if (under?.version === changes.version(wanted.city)) return under.page
    if (!under?.isSecond) return begin(wanted, render, under !== undefined)
    under.next ??= under.page.catch(() => undefined).then(() => renderOnce(wanted, render))
    return under.next
  }

  function begin(
    { city, key, shows }: Wanted,
    render: () => Promise<Page>,
    isSecond: boolean,
  ): Promise<Page> {
    const began = performance.now()
    const version = changes.version(city)
    const movement = changes.movement(city)
    const page = render().then((made) => {
      const isEmptied = version !== changes.version(city)
      const isOutrun = rendering.get(key) !== own
      if (made.mayBeKept && !isOutrun)
        shelf.keep(key, { city, shows, page: made, since: began, movement, isEmptied })
      return made
    })
    const own: Rendering = { page, version, isSecond }
    rendering.set(key, own)
    return page.finally(() => rendering.get(key) === own && rendering.delete(key))
  }
}

const freshnessOf = ({ city, movement }: Kept) =>
  movement === changes.movement(city) ? unmovedFor : freshFor

const orLastGood = (page: Page, kept: Kept) => (page.status >= 500 ? kept.page : page)

function lastGood(kept: Kept, error: unknown): Page {
  console.error(`A public page could not be rendered again, the last good one is shown: ${String(error)}`)
  return kept.page
}

function emptiedBy(tag: string): Subject {
  if (tag === 'settings' || tag === '*') return 'settings'
  return tag === 'activities' ? 'activities' : 'ideas'
}
