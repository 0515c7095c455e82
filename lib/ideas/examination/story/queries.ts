import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { attachments, ideas, milestones, opinions, questions, studies } from '../../../../drizzle/schema'
import type { Db } from '../../../db'

/** What the city has said in public about an idea, besides the entries of its timeline. */
export async function readStory(db: Db, ideaId: string, continuesAt: string | null = null) {
  const [[study], asked, given, steps, documents] = await Promise.all([
    db
      .select({
        departmentId: studies.departmentId,
        criteria: studies.criteria,
        costLowCents: studies.costLowCents,
        costHighCents: studies.costHighCents,
        runningCostCents: studies.runningCostCents,
        calendar: studies.calendar,
      })
      .from(studies)
      .where(eq(studies.ideaId, ideaId)),
    db
      .select(askedInPublic)
      .from(questions)
      .where(and(eq(questions.ideaId, ideaId), eq(questions.isPublic, true)))
      .orderBy(asc(questions.askedAt)),
    db
      .select(signedOpinion)
      .from(opinions)
      .where(and(eq(opinions.ideaId, ideaId), isNotNull(opinions.signedAt)))
      .orderBy(desc(opinions.turn)),
    db
      .select(shownStep)
      .from(milestones)
      .where(toldFor(db, ideaId, continuesAt))
      .orderBy(asc(milestones.at)),
    db
      .select(shownDocument)
      .from(attachments)
      .where(and(eq(attachments.ideaId, ideaId), eq(attachments.isPublic, true)))
      .orderBy(asc(attachments.at)),
  ])
  return { study: study ?? null, questions: asked, opinions: given, milestones: steps, documents }
}

const shownDocument = {
  id: attachments.id,
  label: attachments.label,
  kind: attachments.kind,
  file: attachments.file,
}

/** Its own steps, and those of the idea in which it goes on: they are written once, and read on both pages. */
function toldFor(db: Db, ideaId: string, continuesAt: string | null) {
  const slug = /^\/idees\/(.+)$/.exec(continuesAt ?? '')?.[1]
  if (!slug) return eq(milestones.ideaId, ideaId)
  const there = db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.slug, slug), eq(ideas.publication, 'published')))
  return or(eq(milestones.ideaId, ideaId), inArray(milestones.ideaId, there))
}

export type Story = Awaited<ReturnType<typeof readStory>>
export const noStory: Story = { study: null, questions: [], opinions: [], milestones: [], documents: [] }

export const askedInPublic = {
  id: questions.id,
  body: questions.body,
  askedAt: questions.askedAt,
  answer: questions.answer,
  answeredAt: questions.answeredAt,
}
const signedOpinion = {
  id: opinions.id,
  turn: opinions.turn,
  decision: opinions.decision,
  understood: opinions.understood,
  competence: opinions.competence,
  cost: opinions.cost,
  legalFrame: opinions.legalFrame,
  alternatives: opinions.alternatives,
  reasons: opinions.reasons,
  next: opinions.next,
  nextOn: opinions.nextOn,
  elsewhere: opinions.elsewhere,
  signedName: opinions.signedName,
  signedTitle: opinions.signedTitle,
  signedAt: sql<Date>`${opinions.signedAt}`.mapWith(opinions.preparedAt),
}
export type SignedOpinion = Story['opinions'][number]
const shownStep = {
  id: milestones.id,
  kind: milestones.kind,
  body: milestones.body,
  plannedOn: milestones.plannedOn,
  doneOn: milestones.doneOn,
  reference: milestones.reference,
  url: milestones.url,
  file: milestones.file,
  alt: milestones.alt,
  width: milestones.width,
  height: milestones.height,
}
