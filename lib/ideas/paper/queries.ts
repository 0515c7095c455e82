import 'server-only'
import type { KeyObject } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { ideas, paperSheets, paperVoices, people, ruleSets, supports } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { type Acting, actsAs } from '../../people/rules'
import { readRuleSet } from '../../rules/queries'
import { scopeKeyOf, voterKey } from '../supports/scope-keys'
import { identityOf, type Line, paperRefusal, type PaperRules, wordsOfName } from './rules'

type City = { id: string }

/** What the counting calls somebody who cannot have signed: they have no name, or no year of birth. */
const nobody = '-'

/** By what the person behind an account would be known on the sheets of an idea. */
export async function aliasOf(
  tenant: City,
  { ideaId, personId }: { ideaId: string; personId: string },
): Promise<string> {
  const scope = await scopeKeyOf(tenant, ideaId)
  const [person] = await inTenant(tenant, (db) =>
    db.select({ name: people.name, birthYear: people.birthYear }).from(people).where(eq(people.id, personId)),
  )
  if (!scope || !person?.name || person.birthYear === null) return nobody
  return voterKey(scope, identityOf({ name: person.name, birthYear: person.birthYear }))
}

/** Whose accounts the people of a sheet may have: the same name, in whatever order, and the same year of birth. */
export async function accountsOf(db: Db, signers: readonly Line[]) {
  const asked = signers.map((signer) => ({ ...signer, words: wordsOfName(signer.name) }))
  const longest = asked.map(({ words }) => [...words].sort((one, other) => other.length - one.length)[0]!)
  const rows = await db
    .select({ id: people.id, name: people.name, birthYear: people.birthYear })
    .from(people)
    .where(
      and(
        isNull(people.deletedAt),
        inArray(people.birthYear, [...new Set(asked.map(({ birthYear }) => birthYear))]),
        sql`lower(unaccent(${people.name})) like any (${`{${longest.map((word) => `%${word}%`).join(',')}}`}::text[])`,
      ),
    )
  const known = rows.map(({ id, name, birthYear }) => ({
    id,
    birthYear,
    words: wordsOfName(name ?? '').join(' '),
  }))
  return asked.flatMap(({ line, birthYear, words }) =>
    known
      .filter((one) => one.birthYear === birthYear && one.words === words.join(' '))
      .map(({ id }) => ({ line, personId: id })),
  )
}

/** How many of an idea's supports were given on paper. */
export async function countOnPaper(db: Db, ideaId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(paperVoices)
    .innerJoin(
      supports,
      and(eq(supports.ideaId, paperVoices.ideaId), eq(supports.voterKey, paperVoices.voterKey)),
    )
    .where(
      and(eq(paperVoices.ideaId, ideaId), eq(paperVoices.state, 'counted'), eq(supports.state, 'counted')),
    )
  return row!.count
}

const shown = {
  id: ideas.id,
  title: ideas.title,
  locale: ideas.locale,
  publication: ideas.publication,
  collection: ideas.collection,
  authorId: ideas.authorId,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  themeId: ideas.themeId,
  deadlineAt: ideas.deadlineAt,
  supportCount: ideas.supportCount,
  threshold: ideas.threshold,
  timeZone: ideas.timeZone,
  supportMinAge: ideas.supportMinAge,
  supportAssurance: ideas.supportAssurance,
  ruleVersion: ideas.ruleVersion,
}

/** The ideas for which sheets may be typed in where this person acts, what waits for a second person first. */
export function listOnPaper(tenant: City, by: Acting, now: Date) {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ ...shown, rules: ruleSets.rules, waiting: sheetsIn('entered'), counted: sheetsIn('counted') })
      .from(ideas)
      .innerJoin(ruleSets, eq(ruleSets.version, ideas.ruleVersion))
      .where(
        and(
          eq(ideas.publication, 'published'),
          inArray(ideas.collection, ['open', 'reached', 'certified']),
          inArray(ideas.supportAssurance, ['A1', 'A2']),
          sql`coalesce((${ruleSets.rules} ->> 'paperSheets')::boolean, false)`,
        ),
      )
      .orderBy(desc(sheetsIn('entered')), desc(sheetsIn('counted')), asc(ideas.deadlineAt), asc(ideas.id))
      .limit(300)
    return rows.filter(
      (idea) => paperRefusal(idea, idea.rules as PaperRules, now) === null && actsAs(by, 'area_admin', idea),
    )
  })
}

function sheetsIn(state: 'entered' | 'counted') {
  return sql<number>`(select count(*)::int from ${paperSheets} where ${paperSheets.ideaId} = ${ideas.id} and ${paperSheets.state} = ${state})`
}

/** One idea and its sheets, for who may enter them; for anybody else there is nothing here. */
export function findOnPaper(tenant: City, ideaId: string, by: Acting) {
  return inTenant(tenant, async (db) => {
    const idea = await readOnPaper(db, ideaId)
    if (!idea || idea.publication !== 'published' || !actsAs(by, 'area_admin', idea)) return null
    const sheets = await db
      .select()
      .from(paperSheets)
      .where(eq(paperSheets.ideaId, ideaId))
      .orderBy(desc(paperSheets.enteredAt))
      .limit(200)
    return { ...idea, sheets, onPaper: await countOnPaper(db, ideaId) }
  })
}
export type OnPaper = NonNullable<Awaited<ReturnType<typeof findOnPaper>>>
export type Sheet = OnPaper['sheets'][number]

export async function readOnPaper(db: Db, ideaId: string) {
  const [idea] = await db.select(shown).from(ideas).where(eq(ideas.id, ideaId))
  if (!idea) return null
  const set = idea.ruleVersion === null ? null : await readRuleSet(db, idea.ruleVersion)
  return { ...idea, rules: set?.rules ?? null }
}

/** The lines a second person still has to read: whoever asked to be taken off since is not among them. */
export async function linesToRead(db: Db, sheet: { id: string; sample: number[] }): Promise<number[]> {
  const rows = await db
    .select({ line: paperVoices.place })
    .from(paperVoices)
    .where(and(eq(paperVoices.sheetId, sheet.id), eq(paperVoices.state, 'entered')))
  return sheet.sample.filter((line) => rows.some((row) => row.line === line))
}

/** A sheet, with the lines to be read on the paper, for who may look after it. */
export function findSheet(tenant: City, sheetId: string, by: Acting) {
  return inTenant(tenant, async (db) => {
    const [sheet] = await db.select().from(paperSheets).where(eq(paperSheets.id, sheetId))
    const idea = sheet && (await readOnPaper(db, sheet.ideaId))
    if (!sheet || !idea || idea.publication !== 'published' || !actsAs(by, 'area_admin', idea)) return null
    return { ...sheet, idea, toRead: await linesToRead(db, sheet) }
  })
}
export type FoundSheet = NonNullable<Awaited<ReturnType<typeof findSheet>>>

/** Whether what was read on the drawn lines is what was typed there. */
export async function isSampleTrue(
  db: Db,
  scope: KeyObject,
  sheetId: string,
  read: readonly Line[],
): Promise<boolean> {
  const typed = await db
    .select({ line: paperVoices.place, voterKey: paperVoices.voterKey })
    .from(paperVoices)
    .where(and(eq(paperVoices.sheetId, sheetId), eq(paperVoices.state, 'entered')))
  return read.every(({ line, ...signer }) => {
    const key = voterKey(scope, identityOf(signer))
    return typed.some((voice) => voice.line === line && voice.voterKey.toString('hex') === key)
  })
}
