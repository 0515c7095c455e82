import { randomUUID } from 'node:crypto'
import type { comments, commentVotes, journal } from '../../../../drizzle/schema'
import type { DemoComment, DemoDiscussion } from '../../../../tenants/discussions'
import { daysBefore } from '../rules'

type Row = typeof comments.$inferInsert & { id: string; at: Date }
type Ground = {
  idea: { id: string; slug: string; authorId: string | null; publishedAt: Date }
  /** The demo's people in the order of their names. */
  people: string[]
  locale: string
  now: Date
}
export type PlantedTalk = {
  rows: Row[]
  votes: (typeof commentVotes.$inferInsert)[]
  entries: (typeof journal.$inferInsert)[]
}

const quarter = 15 * 60_000

/** A discussion as its people would have left it: what they said and when, and what the others thought of it. */
export function plantedTalk({ comments: said }: DemoDiscussion, ground: Ground): PlantedTalk {
  const talks = said.map((comment) => threadOf(comment, ground))
  return {
    rows: talks.flatMap(({ rows }) => rows),
    votes: talks.flatMap(({ votes }) => votes),
    entries: talks.flatMap(({ entries }) => entries),
  }
}

function threadOf(comment: DemoComment, ground: Ground): PlantedTalk {
  const { stance, useless, edited, removed, update, replies } = comment
  const written = rowOf(comment, ground)
  const root: Row = {
    ...written,
    stance: written.voice === 'city' || update ? 'neutral' : stance,
    ...(update && { voice: 'update' as const }),
    ...(edited && { editedAt: new Date(written.at.getTime() + quarter / 3) }),
    ...(removed && { state: 'removed' as const, body: '', authorId: null }),
  }
  const answers = replies.map((reply) => ({
    ...rowOf(reply, ground),
    parentId: root.id,
    parentDepth: 1,
    depth: 2,
  }))
  const news = { commentId: root.id, path: `/idees/${ground.idea.slug}/commentaires/${root.id}#c-${root.id}` }
  return {
    rows: [{ ...root, uselessCount: useless }, ...answers],
    votes: [
      ...votesOn(root, ground, 0, comment.useful, true),
      ...votesOn(root, ground, comment.useful, useless, false),
      ...answers.flatMap((answer) => votesOn(answer, ground, 0, answer.usefulCount ?? 0, true)),
    ],
    entries: update ? [newsEntry(ground.idea, root, news)] : [],
  }
}

type Said = Pick<DemoComment, 'by' | 'text' | 'ago' | 'useful'>

function rowOf({ by, text, ago, useful }: Said, { idea, people, locale, now }: Ground): Row {
  const at = new Date(Math.max(daysBefore(now, ago).getTime(), idea.publishedAt.getTime() + quarter))
  const isCity = typeof by === 'string' && by !== 'author'
  const authorId = typeof by === 'number' ? people[by % people.length]! : isCity ? null : idea.authorId
  return {
    id: randomUUID(),
    ideaId: idea.id,
    voice: isCity ? 'city' : 'citizen',
    cityRole: isCity ? by : null,
    body: text,
    locale,
    authorId,
    at,
    editableUntil: new Date(at.getTime() + quarter),
    usefulCount: useful,
  }
}

/** As many people as were counted, each once, and never who said it. */
function votesOn(row: Row, { people }: Ground, from: number, count: number, useful: boolean) {
  const others = people.filter((id) => id !== row.authorId)
  return others
    .slice(from, from + count)
    .map((personId) => ({ commentId: row.id, personId, useful, at: row.at }))
}

function newsEntry(idea: Ground['idea'], root: Row, detail: object): typeof journal.$inferInsert {
  const by = { byId: idea.authorId, byRole: 'author', visibility: 'public' } as const
  return { kind: 'author_update', aboutId: idea.id, at: root.at, ...by, detail }
}
