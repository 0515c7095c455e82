import { randomUUID } from 'node:crypto'
import { initiativePeople, initiatives, news } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'

type City = { id: string }

/** Something that lasts, in view, kept by whoever is named. */
export async function anInitiative(
  city: City,
  { keptBy, ...detail }: Partial<typeof initiatives.$inferInsert> & { keptBy?: string } = {},
) {
  const id = detail.id ?? randomUUID()
  const since = new Date('2026-01-01T10:00:00Z')
  const row = {
    slug: `initiative-${id}`,
    title: 'Le jardin de la rue des Lilas',
    summary: 'Douze bacs, un compost, et le café du samedi.',
    story: 'Un terrain laissé vide, quelques voisins, et trois saisons de terre remuée ensemble. Venez voir.',
    locale: 'fr',
    themeIds: ['nature'],
    state: 'active' as const,
    createdAt: since,
    changedAt: since,
    activeAt: since,
    ...detail,
    id,
  }
  await inTenant(city, async (db) => {
    await db.insert(initiatives).values(row)
    if (keptBy)
      await db
        .insert(initiativePeople)
        .values({ initiativeId: id, personId: keptBy, role: 'keeper', at: since })
  })
  return { id, slug: row.slug!, title: row.title }
}

/** What somebody began to tell of an initiative or of an activity. */
export async function someNews(
  city: City,
  detail: Partial<typeof news.$inferInsert> & ({ initiativeId: string } | { activityId: string }),
): Promise<string> {
  const at = new Date('2026-01-02T10:00:00Z')
  const said = {
    title: 'Quarante sacs en une matinée',
    body: 'Nous étions dix-huit, il a plu une heure, et les deux rives sont propres.',
    locale: 'fr',
    createdAt: at,
    changedAt: at,
  }
  const [row] = await inTenant(city, (db) =>
    db
      .insert(news)
      .values({ ...said, ...detail })
      .returning({ id: news.id }),
  )
  return row!.id
}

/** One in which somebody takes part. */
export async function anInitiativeOf(city: City, personId: string) {
  const one = await anInitiative(city)
  const takesPart = { initiativeId: one.id, personId, role: 'participant' as const, at: new Date() }
  await inTenant(city, (db) => db.insert(initiativePeople).values(takesPart))
  return one
}
