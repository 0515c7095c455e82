import 'server-only'
import { eq, inArray, lt } from 'drizzle-orm'
import { cityDrafts, operatorActs } from '../../../drizzle/schema'
import type { Operator } from '../../db/operator'
import { done, type Outcome, refused } from '../../outcome'
import { createCity, type CreationRefusal } from '../../tenancy/creation/commands'
import { limitsAt } from '../../people/retention/rules'
import { CityAnswers } from '../../tenancy/creation/input'
import { themeProblems } from '../../theme/rules'
import { operatorHost } from '../host'
import { bringLogo, drawLogo, forgetLogo, forgetLogosOf } from './logos/commands'
import { draftHolder, type SentLogo } from './logos/rules'
import { findDraft } from './queries'
import { type Answers, type Draft, identityFor } from './rules'

export async function startDraft(
  operator: Operator,
  { commune, byEmail, now }: { commune: string; byEmail: string; now: Date },
): Promise<{ id: string }> {
  const answers = { known: identityFor(commune) }
  const row = { answers, startedBy: byEmail, startedAt: now, changedAt: now }
  const [added] = await operator.inRegistry((db) =>
    db.insert(cityDrafts).values(row).returning({ id: cityDrafts.id }),
  )
  return added!
}

export type AnswerRefusal = 'draft_gone' | 'colours_unreadable' | 'host_reserved'

/** Keeps what one step filled in, beside all the others. */
export function saveAnswers(
  operator: Operator,
  { id, answers, now }: { id: string; answers: Answers; now: Date },
): Promise<Outcome<undefined, AnswerRefusal>> {
  return operator.inRegistry(async (db) => {
    const [draft] = await db.select().from(cityDrafts).where(eq(cityDrafts.id, id)).for('update')
    if (!draft || draft.cityId) return refused('draft_gone')
    const { look, host } = answers
    if (look && themeProblems(look).length > 0) return refused('colours_unreadable')
    if (host === operatorHost()) return refused('host_reserved')
    const change = { answers: { ...draft.answers, ...answers }, changedAt: now }
    await db.update(cityDrafts).set(change).where(eq(cityDrafts.id, id))
    return done(undefined)
  })
}

type SentLook = { id: string; look: NonNullable<Answers['look']>; sent: SentLogo; now: Date }

/** The colours, with the logo as it was sent; what is no longer shown of it goes. */
export async function saveLook(operator: Operator, { id, look, sent, now }: SentLook) {
  const draft = await findDraft(id, operator)
  if (!draft) return refused('draft_gone')
  const before = draft.answers.logo
  const drawn = await drawLogo({ id, logo: before }, sent)
  if (!drawn.ok) return drawn
  const logo = drawn.value
  const saved = await saveAnswers(operator, { id, answers: { look, logo }, now })
  const isDrawnAnew = before?.light.file !== logo?.light.file
  const gone = saved.ok ? before : logo
  if (isDrawnAnew && gone) await forgetLogo(draftHolder(id), gone)
  return saved
}

export type OpeningRefusal = CreationRefusal | 'draft_gone' | 'answers_missing'
type Opening = { id: string; opens: boolean; byEmail: string; now: Date }

/** Makes the city of what was answered, by the very command that makes one from a file. */
export async function createFromDraft(
  operator: Operator,
  { id, opens, byEmail, now }: Opening,
): Promise<Outcome<{ city: string }, OpeningRefusal>> {
  const [draft] = await operator.registry.select().from(cityDrafts).where(eq(cityDrafts.id, id))
  if (!draft || draft.cityId) return refused('draft_gone')
  const { known: _, logo, ...answers } = (draft as Draft).answers
  const read = CityAnswers.safeParse({ ...answers, open: opens })
  if (!read.success) return refused('answers_missing')
  const city = read.data.identity.id
  if (logo) await bringLogo(id, { id: city }, logo)
  const by = { author: `user:${byEmail}`, domain: 'localhost', logo, now }
  const made = await createCity(operator, read.data, by)
  if (!made.ok) {
    if (logo) await forgetLogo({ id: city }, logo)
    return made
  }
  await operator.inRegistry(async (db) => {
    await db.update(cityDrafts).set({ cityId: city, changedAt: now }).where(eq(cityDrafts.id, id))
    const act = { cityId: city, byEmail, action: 'created', detail: { opens: String(opens) }, at: now }
    await db.insert(operatorActs).values(act)
  })
  await forgetLogosOf(id)
  return done({ city })
}

/** As long as people's own drafts are kept. Pictures go first: what is cut short is found again the next night. */
export function forgetOldDrafts(operator: Operator, now: Date): Promise<void> {
  return operator.inRegistry(async (db) => {
    const isOld = lt(cityDrafts.changedAt, limitsAt(now).drafts)
    const old = await db.select({ id: cityDrafts.id }).from(cityDrafts).where(isOld).for('update')
    const ids = old.map(({ id }) => id)
    for (const id of ids) await forgetLogosOf(id)
    await db.delete(cityDrafts).where(inArray(cityDrafts.id, ids))
  })
}
