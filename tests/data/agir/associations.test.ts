import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { organisations } from '@/drizzle/schema'
import { importAssociations } from '@/lib/agir/organisations/imports/commands'
import { associationOf } from '@/lib/agir/organisations/imports/rules'
import { findPublicOrganisation } from '@/lib/agir/organisations/queries'
import { associationWords, importAssociationFile } from '@/lib/cli/import/associations'
import { inTenant } from '@/lib/db'
import { skeleton } from '@/lib/text'
import type { Tenant } from '@/tenants/tenant'
import { aMember, anOrganisation } from '../../support/agir'
import { aCity } from '../../support/cities'
import { aPerson } from '../../support/factories'
import { ownFolder } from '../../support/own-folder'

const now = new Date()
let city: Tenant

beforeAll(async () => void (city = await aCity()))

const header =
  'annee,beneficiaire,montant_total,nb_subventions,objet_principal,siret,direction,secteurs_activite'
const rows = [
  '2020,THEATRE DU COIN,1000,1,ACOMPTE 2020,73282932000074,DAC,"[""Culture & Arts""]"',
  '2021,Théâtre du Coin,1000,1,,,DAC,',
  '2021,LES AMIS DE LA MARE,500,1,"PLANTER, ARROSER",73282932000075,DEVE,',
  '2022,AUTRE NOM,500,1,,73282932000074,DAC,',
  '2022,,500,1,,,,',
  '2023,trois colonnes,seulement',
]

async function aFile(lines = rows): Promise<string> {
  const file = join(await ownFolder(), 'liste.csv')
  await writeFile(file, [header, ...lines].join('\n'))
  return file
}

const request = async (change: object = {}) => ({
  ...{ tenant: city, file: await aFile(), origin: 'liste', dryRun: false, now },
  ...change,
})
const rowOf = async (name: string) =>
  (
    await inTenant(city, (db) =>
      db
        .select()
        .from(organisations)
        .where(eq(organisations.nameKey, skeleton(name))),
    )
  )[0]

test('a dry run says what would come of it and writes nothing', async () => {
  const report = await importAssociationFile(await request({ dryRun: true }))
  expect(report).toMatchObject({ read: 6, added: 3, again: 1, withoutNumber: 1 })
  expect(await rowOf('Théâtre du coin')).toBeUndefined()
})

test('several rows about one are one, and what cannot be read is told by its line', async () => {
  const report = await importAssociationFile(await request())
  expect(report).toMatchObject({ read: 6, added: 3, again: 1, updated: 0, unchanged: 0 })
  expect(report.refused).toEqual([
    { line: 6, why: 'it has no name' },
    { line: 7, why: 'it has 3 columns, the header has 8' },
  ])
  const theatre = await rowOf('Théâtre du coin')
  expect(theatre).toMatchObject({
    name: 'Theatre du Coin',
    summary: 'Acompte 2020',
    trust: 1,
    state: 'active',
  })
  expect(await rowOf('Les amis de la mare')).toMatchObject({ trust: 0, summary: 'Planter, Arroser' })
})

test('a second time nobody is doubled, and a number is held once', async () => {
  expect(await importAssociationFile(await request())).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  const theatre = await findPublicOrganisation(city, (await rowOf('Théâtre du coin'))!.slug!)
  expect(theatre!.identifiers).toEqual([{ scheme: 'siret', value: '73282932000074' }])
  const other = await findPublicOrganisation(city, (await rowOf('Autre nom'))!.slug!)
  expect(other).toMatchObject({ identifiers: [], owners: 0 })
})

test('a change at the source arrives, but not over the words of who runs the page', async () => {
  const changed = ['2024,THEATRE DU COIN,1,1,AUTRE CHOSE,,,', '2024,LES AMIS DE LA MARE,1,1,AUTRE CHOSE,,,']
  const { id } = (await rowOf('Théâtre du coin'))!
  await aMember(city, id, await aPerson(city))
  const report = await importAssociationFile(await request({ file: await aFile(changed) }))
  expect(report).toMatchObject({ updated: 1, unchanged: 1 })
  expect([(await rowOf('Théâtre du coin'))!.summary, (await rowOf('Les amis de la mare'))!.summary]).toEqual([
    'Acompte 2020',
    'Autre Chose',
  ])
})

test('who has a page of their own already is left alone', async () => {
  await anOrganisation(city, { name: 'Chorale des quais' })
  const report = await importAssociationFile(
    await request({ file: await aFile(['2024,CHORALE DES QUAIS,1,1,,,,']) }),
  )
  expect(report).toMatchObject({ added: 0, present: 1 })
})

test('one that is written several ways is one, and the report says how many ways there were', async () => {
  const file = await aFile([
    '2020,UNIS CITÉ,1,1,,,,',
    '2021,UNIS-CITE,1,1,,,,',
    '2022,UNISCITE,1,1,,,,',
    '2022,UNISCITE,1,1,,,,',
    '2022,ThÃ©Ã¢tre de lâ€™Ã‰toile,1,1,FÃªte du quartier,,,',
  ])
  const asked = await request({ file })
  const report = await importAssociationFile(asked)
  expect(report).toMatchObject({ read: 5, added: 2, again: 3, names: 4, associations: 2, mended: 1 })
  expect(await rowOf('Théâtre de l’Étoile')).toMatchObject({
    name: 'Théâtre de l’Étoile',
    summary: 'Fête du quartier',
  })
  expect(associationWords(report, asked)).toContain(
    '4 different names are written, of 2 associations: 2 are another spelling of one of them',
  )
  expect(associationWords(report, asked)).toContain('1 held texts that were encoded twice')
})

test('what was imported under a name that was encoded twice is found again, and takes its right one', async () => {
  const garbled = 'Chorale dâ€™Ã‰tÃ©'
  const before = associationOf({ name: garbled, purpose: '', number: '', sectors: [] }, city)
  if (typeof before === 'string') throw new Error(before)
  await importAssociations(city, { origin: 'liste', arrivals: [before], now })
  const stored = (await rowOf(garbled))!
  expect(stored.name).toBe(garbled)

  const asked = await request({ file: await aFile([`2022,${garbled},1,1,,,,`]) })
  expect(await importAssociationFile({ ...asked, dryRun: true })).toMatchObject({ added: 0, updated: 1 })
  expect(await importAssociationFile(asked)).toMatchObject({ added: 0, updated: 1, unchanged: 0 })
  expect(await rowOf('Chorale d’Été')).toMatchObject({
    id: stored.id,
    slug: stored.slug,
    name: 'Chorale d’Été',
  })
  expect(await rowOf(garbled)).toBeUndefined()
  expect(await importAssociationFile(asked)).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
})

test('whoever runs such a page and gave it another name keeps it', async () => {
  const garbled = 'LibertÃ© du Cordonnier'
  const before = associationOf({ name: garbled, purpose: '', number: '', sectors: [] }, city)
  if (typeof before === 'string') throw new Error(before)
  await importAssociations(city, { origin: 'liste', arrivals: [before], now })
  const { id } = (await rowOf(garbled))!
  const own = { name: 'Les Cordonniers', nameKey: skeleton('Les Cordonniers') }
  await inTenant(city, (db) => db.update(organisations).set(own).where(eq(organisations.id, id)))
  const asked = await request({ file: await aFile([`2022,${garbled},1,1,,,,`]) })
  expect(await importAssociationFile(asked)).toMatchObject({ added: 0, updated: 1 })
  expect(await rowOf('Les Cordonniers')).toMatchObject({ id, name: 'Les Cordonniers' })
  expect(await importAssociationFile(asked)).toMatchObject({ added: 0, unchanged: 1 })
})
