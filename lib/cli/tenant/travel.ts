import { existsSync, readFileSync } from 'node:fs'
import type { Operator } from '../../db/operator'
import { CannotStart } from '../../server/start/cannot-start'
import { type ArrivalRefusal, unpackCity } from '../../tenancy/departure/arriving/commands'
import { isHereAlready } from '../../tenancy/departure/arriving/queries'
import {
  lastSettings,
  openPackage,
  type Package,
  type PackageRefusal,
} from '../../tenancy/departure/contents/package'
import { packCity } from '../../tenancy/departure/leaving/commands'
import {
  mayHaveItsHosts,
  registerArrived,
  type RegisterRefusal,
} from '../../tenancy/departure/registering/commands'
import { listCities } from '../../tenancy/versions/queries'

type Files = { people: string | undefined; voices: string | undefined }
const shortest = 12

export async function leave(operator: Operator, city: string, file: string, files: Files): Promise<void> {
  if (!(await isRegistered(operator, city))) throw new CannotStart(`${city} is not a city of this registry.`)
  if (existsSync(file)) throw new CannotStart(`${file} is there already.`)
  const now = new Date()
  const manifest = await packCity(file, { city: { id: city }, passphrases: passphrasesIn(files), now })
  const rows = manifest.tables.reduce((sum, one) => sum + one.rows, 0)
  console.log(
    `${city}: ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files in ${file}.`,
  )
  if (!files.people)
    console.log('People are bare ids: --people-passphrase-file takes along who they are, sealed.')
  if (!files.voices)
    console.log('Running ideas take no new voices where this arrives: --voices-passphrase-file lets them.')
}

type Arrival = Files & { dryRun: boolean; ownerUrl: string }

export async function arrive(
  operator: Operator,
  file: string,
  city: string,
  { dryRun, ownerUrl, ...files }: Arrival,
): Promise<void> {
  const opened = await openPackage(file, passphrasesIn(files))
  if (!opened.ok) throw new CannotStart(`${file}: ${packageWords[opened.refusal]}`)
  const pack = opened.value
  try {
    await bringIn(operator, pack, { city: { id: city }, dryRun, ownerUrl })
  } finally {
    await pack.close()
  }
}

async function bringIn(
  operator: Operator,
  pack: Package,
  at: { city: { id: string }; dryRun: boolean; ownerUrl: string },
): Promise<void> {
  const { city, dryRun } = at
  if (
    !(await isRegistered(operator, city.id)) &&
    !(await mayHaveItsHosts(operator, city, await lastSettings(pack)))
  )
    throw new CannotStart(
      `A host of ${pack.manifest.city} is another city's here: register ${city.id} with its own hosts first (npm run tenant -- apply).`,
    )
  const arrived = await unpackCity(pack, at)
  if (arrived.ok) {
    for (const { table, rows } of arrived.value.rows)
      if (rows > 0) console.log(`  ${table.padEnd(24)} ${rows}`)
    console.log(`  files${' '.repeat(19)} ${arrived.value.files}`)
    for (const line of missingWords(pack)) console.log(line)
    if (dryRun) return console.log('Nothing was written.')
  } else if (arrived.refusal !== 'not_empty' || !(await isHereAlready(pack, city))) {
    const held = (arrived.here ?? []).filter(({ matters }) => matters)
    const list = held.map(({ table, rows }) => `\n  ${table}: ${rows}`).join('')
    throw new CannotStart(`${city.id}: ${arrivalWords[arrived.refusal]}${list}`)
  } else console.log(`${city.id}: all of it is here already.`)
  if (dryRun) return
  const registered = await registerArrived(operator, city, new Date())
  if (!registered.ok)
    throw new CannotStart(`${city.id}: its rows are here, but ${registerWords[registered.refusal]}`)
  console.log(`${city.id}: version ${registered.value.version} is in force.`)
}

function missingWords({ parts }: Package): string[] {
  const without = []
  if (!parts.includes('people'))
    without.push('Without the people: accounts, roles’ holders and authors are empty; who comes is new.')
  if (!parts.includes('voices'))
    without.push('Without the keys of voices: every count stays, running ideas take no new voice.')
  return without
}

const packageWords: Record<PackageRefusal, string> = {
  not_a_package: 'this is not a package of a city.',
  passphrase_wrong: 'the passphrase is not the one it was sealed with.',
  not_in_package: 'the package has no such sealed part.',
  damaged: 'the package is damaged.',
}

const arrivalWords: Record<ArrivalRefusal, string> = {
  other_schema:
    'it comes from another version of the tables: bring both installations to the same version first.',
  not_empty: 'there is a city here already:',
  damaged: 'the package is not what its manifest says: nothing was written.',
  unknown_table: 'it holds a table that is not known here.',
}

const registerWords: Record<RegisterRefusal, string> = {
  host_of_another_city: 'a host of its settings is another city’s: they are not in force.',
  settings_not_readable: 'its settings cannot be read by this version: they are not in force.',
}

async function isRegistered(operator: Operator, city: string): Promise<boolean> {
  return (await listCities(operator)).some(({ id }) => id === city)
}

function passphrasesIn({ people, voices }: Files) {
  return { people: passphraseIn(people), voices: passphraseIn(voices) }
}

/** From a file, never from the command line, where every process of the machine can read it. */
function passphraseIn(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  if (!existsSync(file)) throw new CannotStart(`${file} is not there.`)
  const passphrase = readFileSync(file, 'utf8').trim()
  if (passphrase.length < shortest)
    throw new CannotStart(`${file}: a passphrase has at least ${shortest} signs.`)
  return passphrase
}
