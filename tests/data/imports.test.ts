import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ideas, ideaTexts, journal } from '@/drizzle/schema'
import { importFile } from '@/lib/cli/import/work'
import { inTenant } from '@/lib/db'
import type { ImportFormat } from '@/lib/ideas/imports/input'
import { belleville } from '@/tenants/belleville'
import { marsa } from '@/tenants/marsa'
import { paris } from '@/tenants/paris'

const now = new Date('2026-11-21T12:00:00Z')
const realData = process.env.REAL_DATA_DIR ?? '../shared/data'
let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-import-'))
})

async function aFile(text: string, name = `file-${process.pid}-${++made}.txt`): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

const importing = (file: string, change: Partial<Parameters<typeof importFile>[0]> = {}) =>
  importFile({ tenant: belleville, format: 'csv', file, origin: null, dryRun: false, now, ...change })

const header = 'id,title,body,created_at,supports'
const row = (id: number, more = '') => `${id},Titre ${id}${more},Texte ${id},2020-06-01T10:00:00Z,${id}`

test('an import adds ideas with their dates, their counts apart, a text and an entry', async () => {
  const report = await importing(await aFile([header, row(1), row(2)].join('\n')))
  expect(report).toMatchObject({ read: 2, added: 2, refused: [] })
  await inTenant(belleville, async (db) => {
    const rows = await db.select().from(ideas).where(eq(ideas.origin, report.origin)).orderBy(ideas.originId)
    expect(rows).toMatchObject([
      {
        originId: '1',
        publication: 'published',
        collection: 'closed',
        supportCount: 0,
        importedSupportCount: 1,
      },
      { originId: '2', importedSupportCount: 2, publishedAt: new Date('2020-06-01T10:00:00Z') },
    ])
    expect(await db.$count(ideaTexts, eq(ideaTexts.ideaId, rows[0]!.id))).toBe(1)
    expect(await db.select().from(journal).where(eq(journal.aboutId, rows[0]!.id))).toMatchObject([
      { kind: 'imported' },
    ])
  })
})

test('a second import adds nothing, and brings a count up to date', async () => {
  const file = await aFile([header, row(1), row(2)].join('\n'))
  const { origin } = await importing(file)
  expect(await importing(file)).toMatchObject({ added: 0, recounted: 0, unchanged: 2 })
  const later = await aFile([header, row(1).replace(/1$/, '90'), row(2)].join('\n'))
  expect(await importing(later, { origin })).toMatchObject({ added: 0, recounted: 1, unchanged: 1 })
})

test('a dry run says what would happen and writes nothing', async () => {
  const file = await aFile([header, row(1), row(2)].join('\n'))
  const report = await importing(file, { dryRun: true })
  expect(report).toMatchObject({ added: 2 })
  expect(await inTenant(belleville, (db) => db.$count(ideas, eq(ideas.origin, report.origin)))).toBe(0)
})

test('what cannot be read never stops the rest, and its line is told', async () => {
  const lines = [
    header,
    row(1),
    '2,trop,de,colonnes,dans,cette,ligne',
    row(3),
    '4,"une citation qui ne finit pas,texte,2020-06-01,1',
    row(5),
    '6,,sans titre,2020-06-01,1',
    '7,Titre,Texte,pas une date,1',
    row(5),
    '8,"Titre sur\ndeux lignes","Texte ""cité""\n\nfin",2020-06-01,8',
    row(9),
  ]
  const report = await importing(await aFile(`\ufeff${lines.join('\r\n')}`))
  expect(report.refused.map(({ line, why }) => [line, why])).toEqual([
    [3, 'it has 7 columns, the header has 5'],
    [5, 'its quotes do not open and close as they should'],
    [7, 'its title is empty'],
    [8, 'its date cannot be read'],
    [9, 'it has the same id as line 6'],
  ])
  expect(report).toMatchObject({ read: 10, added: 5 })
})

test('a line of JSON that is broken, null or of another shape costs only itself', async () => {
  const opinion = (id: number) =>
    JSON.stringify({
      opinion: {
        id,
        title: `Titre ${id}`,
        body: '<p>&Eacute;t&eacute;\u2028</p>',
        created_at: '2015-10-16T15:02:38+0200',
        votes_ok: id,
      },
    })
  const lines = [opinion(1), '{"opinion":', 'null', '{"opinion":{"id":3}}', '', opinion(4)]
  const report = await importing(await aFile(lines.join('\n')), { format: 'cap-collectif-jsonl' })
  expect(report).toMatchObject({ read: 5, added: 2 })
  expect(report.refused.map(({ line }) => line)).toEqual([2, 3, 4])
})

test('more than a batch is imported whole', async () => {
  const rows = Array.from({ length: 250 }, (_, place) => row(place + 1))
  expect(await importing(await aFile([header, ...rows].join('\n')))).toMatchObject({ read: 250, added: 250 })
})

test('another city’s imports are not there', async () => {
  const file = await aFile([header, row(1)].join('\n'))
  const { origin } = await importing(file)
  expect(await inTenant(marsa, (db) => db.$count(ideas, eq(ideas.origin, origin)))).toBe(0)
  expect(await importing(file, { tenant: marsa })).toMatchObject({ added: 1 })
})

const real: [ImportFormat, string, number][] = [
  ['decidim-csv', 'mel-granddebat-decidim/propositions-libres.csv', 196],
  ['cap-collectif-jsonl', 'republique-numerique/opinions-dev.jsonl', 347],
]
const present = real.every(([, file]) => existsSync(join(realData, file)))
if (!present)
  console.log(`No real exports in ${realData}: set REAL_DATA_DIR to try them; files made here stand in.`)

test.runIf(present).each(real)(
  'the real %s export %s comes in: %i ideas, once',
  async (format, name, expected) => {
    const wanted = { tenant: paris, format, origin: `real-${process.pid}` }
    const report = await importing(join(realData, name), { ...wanted, origin: `${wanted.origin}-${format}` })
    expect(report.added).toBe(expected)
    expect(report.added + report.refused.length).toBe(report.read)
    const again = await importing(join(realData, name), { ...wanted, origin: `${wanted.origin}-${format}` })
    expect(again).toMatchObject({ added: 0, unchanged: expected })
  },
)
