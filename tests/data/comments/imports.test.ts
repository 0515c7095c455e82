import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { comments, ideas } from '@/drizzle/schema'
import { importFile } from '@/lib/cli/import/work'
import { writeComment } from '@/lib/comments/commands'
import { readDiscussion } from '@/lib/comments/reading/queries'
import { inTenant } from '@/lib/db'
import { belleville } from '@/tenants/belleville'
import { marsa } from '@/tenants/marsa'
import { aPerson } from '../../support/factories'

const now = new Date('2026-11-21T12:00:00Z')
const real = `${process.env.REAL_DATA_DIR ?? '../shared/data'}/republique-numerique/opinions-dev.jsonl`

const argument = (id: number, type: number, votes: number) => ({
  id,
  type,
  body: `<p>Argument ${id} &eacute;crit</p>`,
  created_at: '2015-10-01T10:00:00+0200',
  votes_count: votes,
})

async function aFile(said: object[], name = `fil-${Math.random()}`) {
  const opinion = { id: 7, title: 'Un droit', body: 'Le texte.', created_at: '2015-09-26T14:12:03+0200' }
  const file = join(await mkdtemp(join(tmpdir(), 'parvis-fil-')), `${name}.jsonl`)
  await writeFile(file, JSON.stringify({ opinion: { ...opinion, arguments: said } }))
  return file
}

type Said = ReturnType<typeof argument>
const argumentsIn = (line: string) =>
  (JSON.parse(line) as { opinion: { arguments?: Said[] } }).opinion.arguments ?? []

const importing = (file: string, origin: string | null = null, dryRun = false) =>
  importFile({ tenant: belleville, format: 'cap-collectif-jsonl', file, origin, dryRun, now })

test('arguments come with their side, their day and their votes, once', async () => {
  const file = await aFile([argument(1, 1, 4), argument(2, 0, 0), { ...argument(3, 1, 1), is_trashed: true }])
  expect(await importing(file, null, true)).toMatchObject({ commentsAdded: 2 })
  const report = await importing(file)
  expect(report).toMatchObject({ added: 1, commentsAdded: 2, commentsRefused: 1 })
  expect(await importing(file)).toMatchObject({ commentsAdded: 0, commentsRecounted: 0 })
  const later = await aFile([argument(1, 1, 9), argument(2, 0, 0)])
  expect(await importing(later, report.origin)).toMatchObject({ commentsAdded: 0, commentsRecounted: 1 })

  const [idea] = await inTenant(belleville, (db) =>
    db.select().from(ideas).where(eq(ideas.origin, report.origin)),
  )
  const read = await readDiscussion(belleville, { ideaId: idea!.id, order: 'newest', after: null })
  expect(read.counts).toMatchObject({ all: 2, for: 1, against: 1 })
  expect(read.threads.find(({ stance }) => stance === 'for')).toMatchObject({
    body: 'Argument 1 écrit',
    useful: 0,
    importedUseful: 9,
    author: null,
    at: new Date('2015-10-01T08:00:00Z'),
  })
  const said = { parentId: null, stance: 'for', body: 'Et ici ?', locale: 'fr', now } as const
  const here = await writeComment(belleville, {
    ...said,
    ideaId: idea!.id,
    personId: await aPerson(belleville),
  })
  expect(here).toEqual({ ok: false, refusal: 'discussion_closed' })
})

test.skipIf(!existsSync(real))(
  'a whole consultation comes with all its arguments, each with its side, its day and its votes',
  async () => {
    const report = await importFile({
      tenant: marsa,
      format: 'cap-collectif-jsonl',
      file: real,
      origin: 'consultation',
      dryRun: false,
      now,
    })
    expect(report.commentsAdded).toBeGreaterThan(2000)
    const [sum] = await inTenant(marsa, (db) =>
      db
        .select({ count: sql<number>`count(*)::int`, votes: sql<number>`sum(imported_useful_count)::int` })
        .from(comments)
        .where(eq(comments.origin, 'consultation')),
    )
    expect(sum!.count).toBe(report.commentsAdded)
    expect(sum!.votes).toBeGreaterThan(0)

    const written = (await readFile(real, 'utf8')).trim().split('\n').flatMap(argumentsIn)
    const kept = await inTenant(marsa, (db) =>
      db.select().from(comments).where(eq(comments.origin, 'consultation')),
    )
    const byId = new Map(written.map((one) => [String(one.id), one]))
    for (const { originId, stance, at, importedUsefulCount } of kept) {
      const { type, created_at, votes_count } = byId.get(originId!)!
      const said = { stance: type === 1 ? 'for' : 'against', at: new Date(created_at), votes: votes_count }
      expect({ stance, at, votes: importedUsefulCount }).toEqual(said)
    }
  },
)
