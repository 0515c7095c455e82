import { parseArgs } from 'node:util'
import { shippedCities } from '../../tenants/shipped'
import { asOperator } from '../db/operator'
import { CannotStart, runCommand } from '../server/start/cannot-start'
import { withDatabase } from '../server/start/database'
import { readEnvironment } from '../server/start/environment'
import { create } from './tenant/create'
import { authorOf, readSettings } from './tenant/file'
import { keep } from './tenant/keep'
import { arrive, leave } from './tenant/travel'
import { apply, giveTo, list, plan, show } from './tenant/work'

const usage = `npm run tenant -- list
npm run tenant -- show <city> [--json]
npm run tenant -- plan <city> [--file settings.json]
npm run tenant -- apply <city> [--file settings.json] [--note text] [--reason text] [--force key]...
npm run tenant -- create <file.json>
npm run tenant -- owner <city> <e-mail>
npm run tenant -- export <city> <file> [--people-passphrase-file file] [--voices-passphrase-file file]
npm run tenant -- archive <city> <file.zip>
npm run tenant -- import <file> --into <city> [--dry-run] [the same passphrases]

plan says what a file would change; apply publishes it as a new version.
create makes a city from a file of answers (tenants/example-city.json shows one) and invites its people.
owner gives the city to someone who has signed in there with this address; they name the others.
export writes all a city has to one file; import brings it into an empty city, here or elsewhere.
archive writes what everybody can see to one zip of pages, read from the running product on PORT.
--people-passphrase-file seals who its people are, --voices-passphrase-file the keys their voices are
counted under: the second is for the next operator alone, for with both one could tell who supported what.
--reason is read by the public beside the rules, and needed when they change.
--force takes over a setting that was last decided elsewhere than in a file.`

await runCommand(async () => {
  const { positionals, values } = readArguments()
  const [verb, city, email] = positionals
  if (values.help || !verb) return console.log(usage)
  const wordsAfter = {
    list: 0,
    show: 1,
    plan: 1,
    apply: 1,
    create: 1,
    owner: 2,
    export: 2,
    archive: 2,
    import: 1,
  }[verb]
  if (wordsAfter !== positionals.length - 1) throw new CannotStart(usage)

  const environment = readEnvironment(process.env)
  await withDatabase(environment, () =>
    asOperator(process.env.OWNER_DATABASE_URL ?? '', async (operator) => {
      if (verb === 'list') return list(operator)
      if (verb === 'create') return create(operator, city!, { demo: environment.demo, now: new Date() })
      if (verb === 'owner') return giveTo(operator, city!, email!)
      const sealed = { people: values['people-passphrase-file'], voices: values['voices-passphrase-file'] }
      if (verb === 'export') return leave(operator, city!, email!, sealed)
      if (verb === 'archive') return keep(city!, email!)
      if (verb === 'import')
        return arrive(operator, city!, intoCity(values.into), { ...sealed, ...travelling(values) })
      if (verb === 'show') return show(operator, city!, values.json)
      const wanted = readSettings(city!, values.file, shippedCities)
      if (verb === 'plan') return plan(operator, wanted)
      const { note = null, reason = null, force } = values
      await apply(operator, wanted, {
        note,
        reason,
        force,
        author: authorOf(city!, values.file),
        now: new Date(),
      })
    }),
  )
})

function intoCity(city: string | undefined): string {
  if (!city || !/^[a-z][a-z0-9-]{1,40}$/.test(city)) throw new CannotStart(usage)
  return city
}

function travelling(values: { 'dry-run': boolean }) {
  return { dryRun: values['dry-run'], ownerUrl: process.env.OWNER_DATABASE_URL ?? '' }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        note: { type: 'string' },
        reason: { type: 'string' },
        force: { type: 'string', multiple: true, default: [] },
        into: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'people-passphrase-file': { type: 'string' },
        'voices-passphrase-file': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}
