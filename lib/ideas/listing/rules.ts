import { type Axes, type Shelf, shelfOf, shelves } from '../rules'

/** Each order a list may be in, with its word in an address. */
export const sorts = {
  closing: 'bientot-closes',
  new: 'nouvelles',
  supported: 'plus-soutenues',
  random: 'hasard',
  near: 'proches',
  relevance: 'pertinence',
} as const
export type Sort = keyof typeof sorts

export const shelfWords = {
  open: 'en-cours',
  reached: 'seuil-atteint',
  studied: 'a-l-etude',
  answered: 'repondues',
  carried_out: 'en-realisation',
  expired: 'terminees',
  closed: 'retirees',
} as const satisfies Record<Shelf, string>

export type Near = { latitude: number; longitude: number; districtCode: string | null }
/** The place of one idea in an order: what it is ordered by, and its id among equals. */
export type Mark = { key: number; id: string }
export type Cursor = Mark & { sort: Sort; seed: number; back: boolean }

export type Filters = {
  words: string | null
  themes: string[]
  districts: string[]
  shelves: Shelf[]
  near: Near | null
  sort: Sort
  /** Makes the fair random order: everyone's is the same on one day, and another the next. */
  seed: number
  cursor: Cursor | null
}

/** How far « near me » goes, in metres. */
export const nearby = 2000

export function seedOf(day: Date): number {
  return Number(day.toISOString().slice(0, 10).replaceAll('-', ''))
}

/** Relevance needs words and nearness a place; without them the list falls back to what closes first. */
export function sortFor(asked: Sort | undefined, { words, near }: Pick<Filters, 'words' | 'near'>): Sort {
  if (asked && (asked !== 'relevance' || words) && (asked !== 'near' || near)) return asked
  return near ? 'near' : words ? 'relevance' : 'closing'
}

/** How many ideas share a theme, a district and a state. */
export type Cell = Axes & {
  themeId: string | null
  districtCode: string | null
  secondDistrictCode?: string | null
  count: number
}

export type Facets = {
  total: number
  themes: Record<string, number>
  districts: Record<string, number>
  shelves: Record<Shelf, number>
}

/** What each choice would show, the other groups of choices staying as they are. */
export function facetsOf(cells: Cell[], { themes, districts, shelves: chosen }: Filters): Facets {
  const facets: Facets = { total: 0, themes: {}, districts: {}, shelves: noShelves() }
  for (const cell of cells) {
    const shelf = shelfOf(cell)
    if (!shelf) continue
    const byTheme = allows(themes, cell.themeId)
    const places = [cell.districtCode, cell.secondDistrictCode].flatMap((code) => code ?? [])
    const byDistrict = districts.length === 0 || places.some((code) => districts.includes(code))
    const byShelf = allows(chosen, shelf)
    if (byTheme && byDistrict && byShelf) facets.total += cell.count
    if (cell.themeId && byDistrict && byShelf) add(facets.themes, cell.themeId, cell.count)
    if (byTheme && byShelf) for (const code of places) add(facets.districts, code, cell.count)
    if (byTheme && byDistrict) facets.shelves[shelf] += cell.count
  }
  return facets
}

function noShelves(): Record<Shelf, number> {
  return Object.fromEntries(shelves.map((shelf) => [shelf, 0])) as Record<Shelf, number>
}

function allows(chosen: readonly string[], value: string | null): boolean {
  return chosen.length === 0 || (value !== null && chosen.includes(value))
}

function add(counts: Record<string, number>, name: string, count: number): void {
  counts[name] = (counts[name] ?? 0) + count
}

/** The states there are on the shelves that were asked for: what a query can look for. */
export function statesOn(chosen: readonly Shelf[], cells: Cell[]): Axes[] {
  const found = new Map<string, Axes>()
  for (const { publication, collection, examination, delivery } of cells) {
    const axes = { publication, collection, examination, delivery }
    const shelf = shelfOf(axes)
    if (shelf && chosen.includes(shelf)) found.set(Object.values(axes).join(), axes)
  }
  return [...found.values()]
}

/** What a page shows of one idea more than it holds, in reading order, and the marks of the pages around it. */
export function pageAround(found: Mark[], { cursor, sort, seed }: Filters, size: number) {
  const more = found.length > size
  const shown = found.slice(0, size)
  if (cursor?.back) shown.reverse()
  const mark = (idea: Mark | undefined, exists: boolean, back: boolean): Cursor | null =>
    idea && exists ? { key: idea.key, id: idea.id, sort, seed, back } : null
  return {
    shown,
    before: mark(shown[0], cursor?.back ? more : cursor !== null, true),
    after: mark(shown.at(-1), cursor?.back ? true : more, false),
  }
}
