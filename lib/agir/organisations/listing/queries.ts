import 'server-only'
import { and, asc, inArray, or, type SQL, sql } from 'drizzle-orm'
import { organisations } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { skeleton } from '../../../text'
import type { DirectoryFilters } from './input'

const atATime = 24
const isShown = inArray(organisations.state, ['active', 'leaving'])

type Asked = { filters: DirectoryFilters; page: number }

/** Those whose page somebody runs come before those that were only taken from a list. */
const listedOnly = sql`(${organisations.origin} is not null and ${organisations.trust} < 2)`
const spelled = sql`lower(unaccent(${organisations.name}))`
const first = sql`lower(unaccent(left(${organisations.name}, 1)))`
const initial = sql<string>`case when ${first} ~ '[0-9]' then '0' when ${first} ~ '[[:alpha:]]' then left(${first}, 1) else '#' end`

/** The directory in alphabetical order, a page at a time, with how many there are of each letter, kind, theme and district. */
export function listDirectory(tenant: { id: string }, { filters, page }: Asked) {
  return inTenant(tenant, async (db) => {
    const { letter, ...others } = conditions(filters)
    const chosen = and(isShown, letter, ...Object.values(others))
    const shown = await db
      .select(card)
      .from(organisations)
      .where(chosen)
      .orderBy(listedOnly, spelled, asc(organisations.id))
      .limit(atATime)
      .offset((page - 1) * atATime)
    const total = await db.$count(organisations, chosen)
    const letters = await db
      .select({ letter: initial })
      .from(organisations)
      .where(and(isShown, ...Object.values(others)))
      .groupBy(initial)
      .orderBy(initial)
    const pages = { at: page, of: Math.max(1, Math.ceil(total / atATime)) }
    return { shown, total, pages, letters: letters.map((one) => one.letter), counts: await facets() }

    async function facets() {
      const { words, letter, kinds, themes, districts } = conditions(filters)
      const count = sql<number>`count(*)::int`
      const but = (...others: (SQL | undefined)[]) => and(isShown, words, letter, ...others)
      const byKind = await db
        .select({ value: sql<string>`${organisations.kind}`, count })
        .from(organisations)
        .where(but(themes, districts))
        .groupBy(organisations.kind)
      const byDistrict = await db
        .select({ value: sql<string>`coalesce(${organisations.districtCode}, '')`, count })
        .from(organisations)
        .where(but(kinds, themes))
        .groupBy(organisations.districtCode)
      const theme = sql<string>`unnest(${organisations.themeIds})`
      const byTheme = await db
        .select({ value: theme, count })
        .from(organisations)
        .where(but(kinds, districts))
        .groupBy(theme)
      const asMap = (found: { value: string; count: number }[]) =>
        Object.fromEntries(found.map(({ value, count: many }) => [value, many]))
      return { kinds: asMap(byKind), districts: asMap(byDistrict), themes: asMap(byTheme) }
    }
  })
}
export type Directory = Awaited<ReturnType<typeof listDirectory>>
export type DirectoryCard = Directory['shown'][number]

const card = {
  id: organisations.id,
  slug: sql<string>`${organisations.slug}`,
  name: organisations.name,
  isListedOnly: sql<boolean>`${listedOnly}`,
  kind: organisations.kind,
  summary: organisations.summary,
  locale: organisations.locale,
  themeIds: organisations.themeIds,
  districtCode: organisations.districtCode,
  trust: organisations.trust,
  logo: organisations.logo,
}

function conditions({ words, kinds, themes, districts, letter }: DirectoryFilters) {
  return {
    letter: letter ? sql`${initial} = ${letter.toLowerCase()}` : undefined,
    words: words ? saidIn(words) : undefined,
    kinds: kinds.length > 0 ? inArray(organisations.kind, kinds) : undefined,
    themes:
      themes.length > 0 ? sql`${organisations.themeIds} && ${`{${themes.join(',')}}`}::text[]` : undefined,
    districts: districts.length > 0 ? inArray(organisations.districtCode, districts) : undefined,
  }
}

/** Each word in the name as it looks, or in what is said in a line: accents, case and small slips do not matter. */
function saidIn(words: string): SQL | undefined {
  const parts = words.split(' ').map(skeleton).filter(Boolean).slice(0, 8)
  return and(
    ...parts.map((part) =>
      or(
        sql`${organisations.nameKey} like ${`%${part}%`}`,
        sql`app.fold(${organisations.summary}) like '%' || app.fold(${part}) || '%'`,
      ),
    ),
  )
}
