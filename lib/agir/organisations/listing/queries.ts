import 'server-only'
import { and, asc, inArray, or, type SQL, sql } from 'drizzle-orm'
import { organisations } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { skeleton } from '../../../text'
import type { DirectoryCursor, DirectoryFilters } from './input'

const atATime = 24
const isShown = inArray(organisations.state, ['active', 'leaving'])

type Asked = { filters: DirectoryFilters; after: DirectoryCursor | null }

/** The directory in alphabetical order, a page at a time, with how many there are of each kind, theme and district. */
export function listDirectory(tenant: { id: string }, { filters, after }: Asked) {
  return inTenant(tenant, async (db) => {
    const chosen = and(...Object.values(conditions(filters)))
    const isNext =
      after && sql`(${organisations.nameKey}, ${organisations.id}) > (${after.key}, ${after.id}::uuid)`
    const rows = await db
      .select(card)
      .from(organisations)
      .where(and(isShown, chosen, isNext ?? undefined))
      .orderBy(asc(organisations.nameKey), asc(organisations.id))
      .limit(atATime + 1)
    const shown = rows.slice(0, atATime)
    const last = shown.at(-1)
    const next = rows.length > atATime && last ? { key: last.nameKey, id: last.id } : null
    const total = await db.$count(organisations, and(isShown, chosen))
    return { shown, next, total, counts: await facets() }

    async function facets() {
      const { words, kinds, themes, districts } = conditions(filters)
      const count = sql<number>`count(*)::int`
      const but = (...others: (SQL | undefined)[]) => and(isShown, words, ...others)
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
  nameKey: organisations.nameKey,
  kind: organisations.kind,
  summary: organisations.summary,
  locale: organisations.locale,
  themeIds: organisations.themeIds,
  districtCode: organisations.districtCode,
  trust: organisations.trust,
  logo: organisations.logo,
}

function conditions({ words, kinds, themes, districts }: DirectoryFilters) {
  return {
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
