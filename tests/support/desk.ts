import { and, eq, isNull } from 'drizzle-orm'
import { tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { publishIdea, refuseIdea } from '@/lib/ideas/moderation/commands'
import { reportSubject, type Report } from '@/lib/moderation/reports/commands'
import type { TaskKind } from '@/lib/moderation/rules'
import { aPerson } from './factories'
import { aWholeDraft, belleville, ines, yes } from './deposits'

export const why = 'Merci d’avoir écrit. Le texte nomme une personne : réécrivez-le sans elle.'

/** Somebody who reads for the city, everywhere in it. */
export const aReader = (name = 'Omar Benali') => aPerson(belleville, { role: 'moderator', name })

/** An idea that waits for one of them. */
export async function sent(detail: { title?: string } = {}) {
  const [author, now] = [await ines(), new Date()]
  const ideaId = await aWholeDraft({ personId: author.id, draftKey: null }, detail)
  await submitIdea(belleville, { ideaId, person: author, draftKey: null, answers: yes, now })
  return { ideaId, personId: author.id, now }
}

export async function published() {
  const idea = await sent()
  await publishIdea(belleville, { ideaId: idea.ideaId, byId: await aReader(), now: idea.now })
  return idea
}

export async function refusedBy(byId: string) {
  const idea = await sent()
  const said = { code: 'unclear', text: why } as const
  const outcome = await refuseIdea(belleville, { ideaId: idea.ideaId, byId, ...said, now: idea.now })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return idea
}

/** The open task of a kind about a thing. */
export async function taskOf(subjectId: string, kind: TaskKind): Promise<string> {
  const open = and(eq(tasks.subjectId, subjectId), eq(tasks.kind, kind), isNull(tasks.closedAt))
  const [task] = await inTenant(belleville, (db) => db.select().from(tasks).where(open))
  if (!task) throw new Error(`no open ${kind}`)
  return task.id
}

export function reported(subjectId: string, change: Partial<Report> = {}) {
  return reportSubject(belleville, {
    kind: 'idea',
    subjectId,
    reason: 'offensive',
    text: 'Le second paragraphe insulte tout un quartier.',
    email: null,
    locale: 'fr',
    personId: null,
    from: `10.0.0.${Math.floor(Math.random() * 250)}.${crypto.randomUUID()}`,
    now: new Date(),
    ...change,
  })
}
