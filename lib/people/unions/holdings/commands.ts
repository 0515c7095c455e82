import 'server-only'
import { and, eq, exists, isNull, sql } from 'drizzle-orm'
import { carriers, ideas, people, sessions } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { fatesOfColumns } from '../rules'
import type { Pair } from '../voices/commands'

/** Every row about the account that goes is from now on about the one that stays, as the table of columns says. */
export async function moveHoldings(db: Db, pair: Pair): Promise<void> {
  await db.execute(sql`select app.unite_opinions(${pair.absorbedId}::uuid, ${pair.keptId}::uuid)`)
  await db.execute(sql`select app.end_doubles(${pair.absorbedId}::uuid, ${pair.keptId}::uuid)`)
  for (const [name, fate] of Object.entries<string | readonly string[]>(fatesOfColumns)) {
    const [table, column] = name.split('.') as [string, string]
    if (fate === 'moves' || fate === 'doubles')
      await moveRows(db, sql.identifier(table), sql.identifier(column), pair)
    else if (Array.isArray(fate))
      await moveOnce(db, sql.identifier(table), sql.identifier(column), fate, pair)
  }
  await dropOwnCarrying(db, pair.keptId)
}

type Name = ReturnType<typeof sql.identifier>

async function moveRows(db: Db, table: Name, column: Name, { keptId, absorbedId }: Pair): Promise<void> {
  await db.execute(sql`update ${table} set ${column} = ${keptId} where ${column} = ${absorbedId}`)
}

/** Where the account that stays has its own, that one stays and the other goes. */
async function moveOnce(
  db: Db,
  table: Name,
  column: Name,
  each: readonly string[],
  { keptId, absorbedId }: Pair,
): Promise<void> {
  const same = sql.join(
    each.map((one) => sql`own.${sql.identifier(one)} is not distinct from gone.${sql.identifier(one)}`),
    sql` and `,
  )
  await db.execute(sql`
    delete from ${table} gone where gone.${column} = ${absorbedId}
      and exists (select from ${table} own where own.${column} = ${keptId} and ${same})`)
  await moveRows(db, table, column, { keptId, absorbedId })
}

/** Whoever is the author is not a carrier beside the author. */
async function dropOwnCarrying(db: Db, personId: string): Promise<void> {
  const isAuthor = exists(
    db
      .select({ id: ideas.id })
      .from(ideas)
      .where(and(eq(ideas.id, carriers.ideaId), eq(ideas.authorId, personId))),
  )
  await db.delete(carriers).where(and(eq(carriers.personId, personId), isAuthor))
}

const better = sql`${people.assurance} < absorbed.assurance`
const known = (column: string) =>
  sql`case when ${better} then coalesce(absorbed.${sql.identifier(column)}, people.${sql.identifier(column)})
    else coalesce(people.${sql.identifier(column)}, absorbed.${sql.identifier(column)}) end`

/** What the city knows of them, from whichever account it knew better; the name and the choices are those of the one that stays. */
export async function joinProfiles(db: Db, { keptId, absorbedId }: Pair, now: Date): Promise<void> {
  await db.execute(sql`
    update people set
      name = coalesce(people.name, absorbed.name), email = coalesce(people.email, absorbed.email),
      birth_year = ${known('birth_year')}, residence = ${known('residence')}, district_code = ${known('district_code')},
      assurance = greatest(people.assurance, absorbed.assurance), joined_at = least(people.joined_at, absorbed.joined_at),
      supports_barred_at = coalesce(people.supports_barred_at, absorbed.supports_barred_at)
    from people absorbed where people.id = ${keptId} and absorbed.id = ${absorbedId}`)
  await db
    .update(people)
    .set({ ...nothing, deletedAt: now, unitedIntoPersonId: keptId })
    .where(eq(people.id, absorbedId))
  await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.personId, absorbedId), isNull(sessions.revokedAt)))
  await db.execute(sql`select app.forget_acceptances(${absorbedId}::uuid)`)
}

const nothing = {
  name: null,
  email: null,
  locale: null,
  assurance: 'A1',
  birthYear: null,
  residence: null,
  districtCode: null,
  wantsMail: false,
  seenAt: null,
} as const
