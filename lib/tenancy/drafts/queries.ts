import 'server-only'
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import { people, settingsDraftEdits, settingsDrafts, tenantVersions } from '../../../drizzle/schema'
import { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { sentenceProblems } from '../../i18n/sentence-problems'
import { withheldProblems } from '../means/rules'
import { withheldFrom } from '../means/queries'
import { waysProblem } from '../../people/ways/queries'
import { themeProblems } from '../../theme/rules'
import { listInUse } from '../versions/queries'
import { type Problem, settingsProblems } from '../versions/rules'

export type Draft = typeof settingsDrafts.$inferSelect
export type Head = { version: number; settings: Tenant }

const open = inArray(settingsDrafts.status, ['draft', 'proposed'])

/** What the city has published last. */
export async function readHead(db: Db): Promise<Head> {
  const [row] = await db.select().from(tenantVersions).orderBy(desc(tenantVersions.version)).limit(1)
  if (!row) throw new Error('a city without settings')
  return { version: row.version, settings: Tenant.parse(row.settings) }
}

/** The draft being written or read again by a second person; there is one at most. */
export async function readOpenDraft(db: Db): Promise<Draft | null> {
  const [draft] = await db.select().from(settingsDrafts).where(open)
  return draft ?? null
}

export async function readDraft(db: Db, id: string): Promise<Draft | null> {
  const [draft] = await db.select().from(settingsDrafts).where(eq(settingsDrafts.id, id))
  return draft ?? null
}

/** What is in force and what is being prepared: a page of the console shows the second where there is one. */
export function findDesk(tenant: { id: string }) {
  return inTenant(tenant, async (db) => {
    const [head, draft] = [await readHead(db), await readOpenDraft(db)]
    const settings = draft ? Tenant.parse(draft.settings) : head.settings
    return { head, draft, settings }
  })
}
export type Desk = Awaited<ReturnType<typeof findDesk>>

/** The drafts that wait for their day, the nearest first. */
export function listScheduled(tenant: { id: string }) {
  return inTenant(tenant, (db) =>
    db
      .select()
      .from(settingsDrafts)
      .where(eq(settingsDrafts.status, 'scheduled'))
      .orderBy(asc(settingsDrafts.publishAt)),
  )
}

export type Edit = typeof settingsDraftEdits.$inferSelect

/** What was changed in a draft since a form was shown, the first change first. */
export function editsSince(db: Db, draftId: string, rowVersion: number): Promise<Edit[]> {
  return db
    .select()
    .from(settingsDraftEdits)
    .where(and(eq(settingsDraftEdits.draftId, draftId), gt(settingsDraftEdits.rowVersion, rowVersion)))
    .orderBy(asc(settingsDraftEdits.rowVersion))
}

/** Who last touched each setting of a draft, by name. */
export function listEditors(tenant: { id: string }, draftId: string) {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ key: settingsDraftEdits.key, at: settingsDraftEdits.at, name: people.name })
      .from(settingsDraftEdits)
      .leftJoin(people, eq(people.id, settingsDraftEdits.byId))
      .where(eq(settingsDraftEdits.draftId, draftId))
      .orderBy(asc(settingsDraftEdits.rowVersion))
    return new Map(rows.map((row) => [row.key, row]))
  })
}

/** Everything that keeps settings from being published. */
export async function problemsOf(db: Db, before: Tenant, after: Tenant): Promise<Problem[]> {
  const unreadable = themeProblems(after.theme).map(({ choice, proposal }): Problem => ({
    at: `theme.${choice}`,
    code: 'unreadable_colour',
    named: proposal ?? '',
  }))
  const locked = await waysProblem(db, before.signIn, after.signIn)
  const isMailGone = before.signIn.email.enabled && !after.signIn.email.enabled
  const at = locked === 'nobody_comes_back' && isMailGone ? 'signIn.email.enabled' : 'signIn.providers'
  const ways: Problem[] = locked ? [{ at, code: locked }] : []
  const inUse = await listInUse(db, before, after)
  const all = [
    ...settingsProblems(after),
    ...unreadable,
    ...ways,
    ...inUse,
    ...sentenceProblems(before, after),
    ...withheldProblems(before, after, await withheldFrom(db, after)),
  ]
  return all.filter(
    ({ at, code }, place) => all.findIndex((one) => one.at === at && one.code === code) === place,
  )
}
