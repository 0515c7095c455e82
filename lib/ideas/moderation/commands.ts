import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { ideas, ideaTexts, tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { writeDecision } from '../../moderation/decisions/commands'
import { taskFor } from '../../moderation/desk/commands'
import { type DeskRefusal, groundOf } from '../../moderation/rules'
import { done, type Outcome, refused } from '../../outcome'
import { rulesInForce } from '../../rules/queries'
import { frozenRules } from '../../rules/rules'
import { changed } from '../../tenancy/freshness'
import { applyChange } from '../changes/commands'
import type { Axes } from '../rules'
import { waitWithOthers } from '../steering/pauses/commands'
import { createScopeKey } from '../supports/scope-keys'
import {
  isHiddenCode,
  namesAnother,
  isReasonLongEnough,
  type RefusalCode,
  slugOf,
  treatmentRefusal,
  type TreatmentRefusal,
} from './rules'

type City = { id: string }
type Act = { ideaId: string; byId: string; now: Date }
type Text = Axes & {
  id: string
  title: string
  body: string
  districtCode: string | null
  secondDistrictCode: string | null
  authorId: string | null
  previousId: string | null
  splitFromId: string | null
}

/** A moderator lets an idea be read and supported, under the rules of this moment and for as long as they say. */
export function publishIdea(
  tenant: City,
  { ideaId, byId, now }: Act,
): Promise<Outcome<{ slug: string }, TreatmentRefusal | DeskRefusal>> {
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
    if (!idea) return refused('not_there')
    const refusal = treatmentRefusal(idea, byId) ?? (await readerRefusal(db, ideaId, byId))
    if (refusal) return refused(refusal)
    return done({ slug: await publishIn(db, tenant, idea, { byId, now }) })
  })
}

/** Whether this reader may decide about it now: here, and not while it is held or in another's hands. */
async function readerRefusal(db: Db, ideaId: string, byId: string): Promise<DeskRefusal | null> {
  const { task, refusal } = await taskFor(db, { subjectId: ideaId, kind: 'submission', byId })
  return refusal ?? (task?.state === 'held' ? 'on_hold' : null)
}

/** The caller holds the idea's lock and has asked the rules. Nobody's id stands for a city that publishes at submission. */
export async function publishIn(
  db: Db,
  tenant: City,
  idea: Text,
  { byId, now }: { byId: string | null; now: Date },
): Promise<string> {
  const frozen = frozenRules(await rulesInForce(db), now, idea)
  const slug = await freeSlug(db, idea)
  const byRole = byId ? 'moderator' : 'system'
  const set = { ...frozen, slug, treatedById: byId, treatedAt: now }
  const detail = { ruleVersion: frozen.ruleVersion }
  await decide(db, tenant, idea, { act: 'publish', byId, now })
  await applyChange(db, idea, 'publish', { byId, byRole, now, set, detail })
  await createScopeKey(db, tenant, idea.id)
  await keepText(db, idea, 1, now)
  await waitWithOthers(db, idea.id, now)
  await tellEarlier(db, idea, slug, now)
  return slug
}

type Said = { act: 'publish' | 'refuse'; byId: string | null; now: Date } & Partial<Reasons>
type Reasons = { code: RefusalCode; text: string; groundText: string | null }
type Refusing = Omit<Reasons, 'groundText'> & Partial<Reasons> & { same?: string | null }

/** The decision, beside the task it ends; written first, since the task goes with the change. */
async function decide(db: Db, tenant: City, { id, title, body, authorId }: Text, said: Said): Promise<void> {
  const about = { kind: 'idea', id, title, text: body, authorId } as const
  const [task] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.subjectId, id), eq(tasks.kind, 'submission'), isNull(tasks.closedAt)))
  await writeDecision(db, tenant, { about, source: 'submission', taskId: task?.id, ...said })
}

/** What it follows from says so, to those who follow it: one invitation, no voice is carried over. */
async function tellEarlier(
  db: Db,
  { id: ideaId, previousId, splitFromId, authorId: byId, title: other }: Text,
  slug: string,
  now: Date,
): Promise<void> {
  const by = { byId, byRole: 'author', visibility: 'public', at: now } as const
  const detail = { ideaId, slug, other, path: `/idees/${slug}` }
  if (previousId) await record(db, { kind: 'relaunched', aboutId: previousId, ...by, detail })
  if (splitFromId) await record(db, { kind: 'split', aboutId: splitFromId, ...by, detail })
  for (const earlier of [previousId, splitFromId]) if (earlier) await changed(db, `idea:${earlier}`)
}

/** Readable, in Latin letters, and nobody else's; the idea's own number where no letter of the title can be written. */
async function freeSlug(db: Db, { id, title }: Text): Promise<string> {
  const readable = slugOf(title) || id
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slug:${readable}`}, 0))`)
  const taken = await db.$count(ideas, eq(ideas.slug, readable))
  return taken === 0 ? readable : `${readable}-${randomBytes(3).toString('hex')}`
}

/** Each text an idea has had is kept with its SHA-256, so that nobody can say it was another. */
export async function keepText(
  db: Db,
  { id, title, body }: { id: string; title: string; body: string },
  version: number,
  at: Date,
): Promise<string> {
  const digest = createHash('sha256').update(`${title}\n\n${body}`).digest('hex')
  await db.insert(ideaTexts).values({ ideaId: id, version, title, body, digest, at })
  return digest
}

/** A moderator declines an idea: a code for the public, and words of their own for the author. */
export function refuseIdea(
  tenant: City,
  { ideaId, byId, now, code, text, groundText = null, same = null }: Act & Refusing,
): Promise<Outcome<undefined, TreatmentRefusal | DeskRefusal>> {
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
    if (!idea) return refused('not_there')
    const refusal = treatmentRefusal(idea, byId) ?? (await readerRefusal(db, ideaId, byId))
    if (refusal) return refused(refusal)
    if (!isReasonLongEnough(code, text)) return refused('reason_too_short')
    if (groundOf(code) === 'law' && !groundText) return refused('law_needed')

    const another = same && namesAnother(code) ? await findSaid(db, same, ideaId) : null
    if (same && namesAnother(code) && !another) return refused('same_not_there')

    const treated = { treatedById: byId, treatedAt: now }
    const set = { refusalCode: code, refusalText: text, sameAsId: another, ...treated }
    const visibility = isHiddenCode(code) ? 'internal' : 'public'
    const made = { byId, byRole: 'moderator', now, set, visibility, detail: { code } } as const
    await decide(db, tenant, idea, { act: 'refuse', code, text, groundText, byId, now })
    await applyChange(db, idea, 'refuse', made)
    return done(undefined)
  })
}

/** Another idea that everyone can read, by the last word of its address. */
async function findSaid(db: Db, slug: string, but: string): Promise<string | null> {
  const isRead = and(eq(ideas.slug, slug), eq(ideas.publication, 'published'), ne(ideas.id, but))
  const [found] = await db.select({ id: ideas.id }).from(ideas).where(isRead)
  return found?.id ?? null
}
