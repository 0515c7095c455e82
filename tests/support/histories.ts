import { and, desc, eq } from 'drizzle-orm'
import postgres from 'postgres'
import { decisions, ideas, journal, people } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { applyChange } from '@/lib/ideas/changes/commands'
import { type IdeaChange, ideaChanges } from '@/lib/ideas/changes/rules'
import type { Axes, Change } from '@/lib/ideas/rules'
import type { Happening } from '@/lib/journal/rules'

const beginning: Axes = {
  publication: 'draft',
  collection: 'not_started',
  examination: 'none',
  delivery: 'none',
}
const axes = ['publication', 'collection', 'examination', 'delivery'] as const

/** An event for each axis that is no longer where it began: one that leads there. */
export function eventsLeadingTo(idea: Partial<Axes>): Happening[] {
  const changes: Change[] = Object.values(ideaChanges)
  const events = axes.flatMap((axis) => {
    const state = idea[axis] ?? beginning[axis]
    if (state === beginning[axis]) return []
    return changes.find(({ steps }) => steps.some(({ to }) => to[axis] === state))?.event ?? []
  })
  return [...new Set(events)]
}

/** An idea goes one step further, by whoever may take it there. */
export async function goes(
  city: { id: string },
  ideaId: string,
  change: IdeaChange,
  set: Partial<typeof ideas.$inferInsert> = {},
): Promise<void> {
  const { who }: Change = ideaChanges[change]
  await inTenant(city, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
    await decideIfAsked(db, ideaId, change)
    await applyChange(db, idea!, change, { byId: null, byRole: who[0]!, now: new Date(), set })
  })
}

/** The last thing of a kind that happened to an idea. */
export async function lastEvent(city: { id: string }, ideaId: string, kind: Happening): Promise<string> {
  const about = and(eq(journal.aboutId, ideaId), eq(journal.kind, kind))
  const [event] = await inTenant(city, (db) =>
    db.select({ id: journal.id }).from(journal).where(about).orderBy(desc(journal.at)).limit(1),
  )
  return event!.id
}

const decided = {
  refuse: 'refuse',
  hide: 'hide',
  restore: 'restore',
  restoreWithdrawn: 'restore',
  restoreMerged: 'restore',
  upholdAppeal: 'uphold_appeal',
} as const
type Decided = keyof typeof decided

/** Nothing is refused, hidden or given back without saying why. */
export async function decideIfAsked(db: Db, ideaId: string, change: IdeaChange): Promise<void> {
  if (!(change in decided)) return
  const second = change === 'hide' && { secondById: await somebodyElse(db) }
  await db.insert(decisions).values({ ...decisionAbout(ideaId, change as Decided), ...second })
}

async function somebodyElse(db: Db): Promise<string> {
  const [made] = await db.insert(people).values({ name: 'Odile' }).returning({ id: people.id })
  return made!.id
}

function decisionAbout(id: string, change: Decided): typeof decisions.$inferInsert {
  const at = new Date()
  const isRestriction = change === 'refuse' || change === 'hide'
  const restriction = change === 'refuse' ? 'not_published' : change === 'hide' ? 'hidden' : 'none'
  const reasons = { restriction, code: 'unclear', ground: 'rules', appealUntil: at } as const
  return {
    ...{ subjectKind: 'idea', subjectId: id, act: decided[change], source: 'own_initiative', at },
    text: 'Une raison assez longue pour être comprise de qui la lit.',
    isAutomated: true,
    ...(isRestriction && reasons),
  }
}

/** As if the day had come: nothing in the product can bring a deadline forward, so this goes around it. */
export async function theDeadlinePasses(ideaId: string): Promise<void> {
  const client = postgres(process.env.SUPERUSER_DATABASE_URL!, { max: 1, onnotice: () => {} })
  await client.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`
    await transaction`update ideas set deadline_at = now() - interval '5 minutes' where id = ${ideaId}`
  })
  await client.end()
}
