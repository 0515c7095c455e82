import 'server-only'
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import {
  attachments,
  ideas,
  milestones,
  notes,
  obligations,
  opinions,
  people,
  questions,
  studies,
} from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { listDutiesOf } from '../../engagements/queries'
import type { Acting } from '../../people/rules'
import { actsOnFile, type Examiner } from './rules'
import { askedInPublic } from './story/queries'

type City = { id: string }
const most = 300

/** Every file this person may open, what is owed first: the oldest duty on top. */
export function listFiles(tenant: City, by: Acting) {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ ...known, dueAt: nextDue, kind: nextKind, hasDraft })
      .from(ideas)
      .leftJoin(studies, eq(studies.ideaId, ideas.id))
      .leftJoin(people, eq(people.id, studies.instructorId))
      .where(and(eq(ideas.publication, 'published'), ne(ideas.examination, 'none')))
      .orderBy(sql`${nextDue} asc nulls last`, asc(ideas.id))
      .limit(most)
    return rows.filter((row) => isReachedBy(by, row))
  })
}
export type FileRow = Awaited<ReturnType<typeof listFiles>>[number]

const owedOf = sql`${obligations.ideaId} = ${ideas.id} and ${obligations.metAt} is null and ${obligations.waivedAt} is null`
const nextDue =
  sql<Date | null>`(select min(${obligations.dueAt}) from ${obligations} where ${owedOf})`.mapWith(
    (at: string | Date | null) => at && new Date(at),
  )
const nextKind = sql<string | null>`(select ${obligations.kind} from ${obligations} where ${owedOf}
  order by ${obligations.dueAt}, ${obligations.id} limit 1)`
const hasDraft = sql<boolean>`exists (select from ${opinions} where ${opinions.ideaId} = ${ideas.id} and ${opinions.signedAt} is null)`

const known = {
  id: ideas.id,
  slug: sql<string>`${ideas.slug}`,
  title: ideas.title,
  locale: ideas.locale,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  authorId: ideas.authorId,
  themeId: ideas.themeId,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  timeZone: ideas.timeZone,
  continuesAt: ideas.continuesAt,
  departmentId: studies.departmentId,
  instructor: people.name,
}

type Place = {
  districtCode: string | null
  secondDistrictCode: string | null
  themeId: string | null
  departmentId: string | null
}

function isReachedBy(by: Acting, place: Place): boolean {
  return actsOnFile(by, 'instructor', place) || actsOnFile(by, 'signatory', place)
}

/** Everything a file holds, for who may open it; for anybody else there is no such file. */
export function findFile(tenant: City, ideaId: string, by: Examiner) {
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select({
        ...known,
        body: ideas.body,
        supportCount: ideas.supportCount,
        heldCount: ideas.heldCount,
        reachedAt: ideas.reachedAt,
        certifiedAt: ideas.certifiedAt,
        threshold: ideas.threshold,
      })
      .from(ideas)
      .leftJoin(studies, eq(studies.ideaId, ideas.id))
      .leftJoin(people, eq(people.id, studies.instructorId))
      .where(and(eq(ideas.id, ideaId), eq(ideas.publication, 'published'), ne(ideas.examination, 'none')))
    if (!idea || !isReachedBy(by, idea)) return null
    const [study] = await db.select().from(studies).where(eq(studies.ideaId, ideaId))
    return { ...idea, study: study ?? null, ...(await insideOf(db, ideaId)) }
  })
}
export type IdeaFile = NonNullable<Awaited<ReturnType<typeof findFile>>>

async function insideOf(db: Db, ideaId: string) {
  const [duties, asked, given, steps, said, documents] = await Promise.all([
    listDutiesOf(db, ideaId),
    db.select().from(questions).where(eq(questions.ideaId, ideaId)).orderBy(asc(questions.askedAt)),
    db.select().from(opinions).where(eq(opinions.ideaId, ideaId)).orderBy(desc(opinions.turn)),
    db.select().from(milestones).where(eq(milestones.ideaId, ideaId)).orderBy(asc(milestones.at)),
    db
      .select({ id: notes.id, body: notes.body, at: notes.at, name: people.name })
      .from(notes)
      .leftJoin(people, eq(people.id, notes.byId))
      .where(eq(notes.ideaId, ideaId))
      .orderBy(asc(notes.at)),
    db.select().from(attachments).where(eq(attachments.ideaId, ideaId)).orderBy(asc(attachments.at)),
  ])
  const draft = given.find(({ signedAt }) => !signedAt) ?? null
  return {
    duties,
    questions: asked,
    draft,
    signed: given.filter(({ signedAt }) => signedAt),
    milestones: steps,
    notes: said,
    documents,
  }
}

/** What the city asked an author who has not answered yet, and what they answered. */
export function listQuestionsTo(tenant: City, ideaId: string, personId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ ...askedInPublic, isPublic: questions.isPublic })
      .from(questions)
      .innerJoin(ideas, eq(ideas.id, questions.ideaId))
      .where(and(eq(questions.ideaId, ideaId), eq(ideas.authorId, personId)))
      .orderBy(asc(questions.askedAt)),
  )
}
export type OwnQuestion = Awaited<ReturnType<typeof listQuestionsTo>>[number]
