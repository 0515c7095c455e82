import { randomUUID } from 'node:crypto'
import { grants, ideas, journal, people, sessions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import type { GrantedRole } from '@/lib/people/rules'
import { eventsLeadingTo } from './histories'
import { createScopeKey } from '@/lib/ideas/supports/scope-keys'

export const paris = { id: 'paris' }
export const belleville = { id: 'belleville' }
export const marsa = { id: 'marsa' }

const day = 86_400_000
/** Keeps one statement under Postgres' 65,535 parameters. */
const rowsAtOnce = 1000

type City = { id: string }
export type SignedIn = { sessionId: string; personId: string }

type Somebody = Partial<typeof people.$inferInsert> & { role?: GrantedRole }

/** A person who may support an idea anywhere in the city; with a role, everywhere in it, since yesterday. */
export async function aPerson(city: City, { role, ...detail }: Somebody = {}): Promise<string> {
  const id = randomUUID()
  await inTenant(city, async (db) => {
    await db.insert(people).values(person(id, detail))
    if (role) await db.insert(grants).values({ personId: id, role, startsAt: new Date(Date.now() - day) })
  })
  return id
}

export async function aSession(
  city: City,
  personId: string,
  detail: Partial<typeof sessions.$inferInsert> = {},
) {
  const session = sessionOf(personId)
  await inTenant(city, (db) => db.insert(sessions).values({ ...session, ...detail }))
  return { sessionId: session.id, personId }
}

export async function someoneSignedIn(city: City, detail: Somebody = {}): Promise<SignedIn> {
  return aSession(city, await aPerson(city, detail))
}

/** Many people, each signed in once. */
export async function aCrowd(city: City, size: number): Promise<SignedIn[]> {
  const crowd = Array.from({ length: size }, () => sessionOf(randomUUID()))
  for (let from = 0; from < size; from += rowsAtOnce) {
    const some = crowd.slice(from, from + rowsAtOnce)
    await inTenant(city, async (db) => {
      await db.insert(people).values(some.map(({ personId }) => person(personId)))
      await db.insert(sessions).values(some)
    })
  }
  return crowd.map(({ id, personId }) => ({ sessionId: id, personId }))
}

/** A published idea that may be supported for a month, under the first rules of its city. */
export function anIdea(city: City, detail: Partial<typeof ideas.$inferInsert> = {}) {
  return inTenant(city, async (db) => {
    const id = randomUUID()
    const idea = { ...publishedIdea(id, detail), ...detail }
    await db.insert(ideas).values(idea)
    const events = eventsLeadingTo(idea).map((kind) => ({ kind, ...longAgo, aboutId: idea.id! }))
    if (events.length > 0) await db.insert(journal).values(events)
    await createScopeKey(db, city, id)
    return { id, slug: `idee-${id}` }
  })
}

/** Many at once, as `anIdea` makes one, that nobody may support. */
export function manyIdeas(city: City, details: Partial<typeof ideas.$inferInsert>[]): Promise<void> {
  const made = details.map((detail) => ({ ...publishedIdea(randomUUID(), detail), ...detail }))
  return inTenant(city, async (db) => {
    for (let from = 0; from < made.length; from += rowsAtOnce) {
      const some = made.slice(from, from + rowsAtOnce)
      await db.insert(ideas).values(some)
      await db
        .insert(journal)
        .values(
          some.flatMap((idea) =>
            eventsLeadingTo(idea).map((kind) => ({ kind, ...longAgo, aboutId: idea.id! })),
          ),
        )
    }
  })
}

/** What explains the states an idea is made with; told to nobody, so that a test counts what it does itself. */
const longAgo = { at: new Date('2020-01-01'), byRole: 'system', visibility: 'internal', epoch: 0 } as const

function publishedIdea(
  id: string,
  { deadlineAt }: Partial<typeof ideas.$inferInsert>,
): typeof ideas.$inferInsert {
  const now = new Date()
  const publishedAt = new Date((deadlineAt ?? now).getTime() - day)
  return {
    id,
    slug: `idee-${id}`,
    title: `Une fontaine pour la place ${id.slice(0, 8)}`,
    body: 'Il fait chaud et la place n’a pas d’eau. '.repeat(8),
    locale: 'fr',
    themeId: 'environnement',
    publication: 'published',
    collection: 'open',
    createdAt: publishedAt,
    changedAt: publishedAt,
    submittedAt: publishedAt,
    publishedAt,
    ruleVersion: 1,
    threshold: 1500,
    deadlineAt: new Date(now.getTime() + 30 * day),
    supportMinAge: 15,
    supportAssurance: 'A1',
    residence: ['lives', 'works', 'studies', 'association'],
    timeZone: 'Europe/Paris',
    editableUntil: publishedAt,
  }
}

function person(id: string, detail: Partial<typeof people.$inferInsert> = {}): typeof people.$inferInsert {
  return {
    id,
    name: 'Karima',
    assurance: 'A2',
    birthYear: 1984,
    residence: 'lives',
    locale: 'fr',
    joinedAt: new Date(Date.now() - 90 * day),
    ...detail,
  }
}

function sessionOf(personId: string) {
  const now = Date.now()
  return { id: randomUUID(), personId, startedAt: new Date(now), expiresAt: new Date(now + day) }
}
