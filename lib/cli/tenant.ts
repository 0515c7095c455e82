import { parseArgs } from 'node:util'
import { shippedCities } from '../../tenants/shipped'
import { asOperator } from '../db/operator'
import { CannotStart, runCommand } from '../server/start/cannot-start'
import { withDatabase } from '../server/start/database'
import { readEnvironment } from '../server/start/environment'
import { authorOf, readSettings } from './tenant/file'
import { apply, giveTo, list, plan, show } from './tenant/work'

const usage = `npm run tenant -- list
npm run tenant -- show <city> [--json]
npm run tenant -- plan <city> [--file settings.json]
npm run tenant -- apply <city> [--file settings.json] [--note text] [--reason text] [--force key]...
npm run tenant -- owner <city> <e-mail>

plan says what a file would change; apply publishes it as a new version.
owner gives the city to someone who has signed in there with this address; they name the others.
--reason is read by the public beside the rules, and needed when they change.
--force takes over a setting that was last decided elsewhere than in a file.`

await runCommand(async () => {
  const { positionals, values } = readArguments()
  const [verb, city, email] = positionals
  if (values.help || !verb) return console.log(usage)
  const wordsAfter = { list: 0, show: 1, plan: 1, apply: 1, owner: 2 }[verb]
  if (wordsAfter !== positionals.length - 1) throw new CannotStart(usage)

  await withDatabase(readEnvironment(process.env), () =>
    asOperator(process.env.OWNER_DATABASE_URL ?? '', async (operator) => {
      if (verb === 'list') return list(operator)
      if (verb === 'owner') return giveTo(operator, city!, email!)
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

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        note: { type: 'string' },
        reason: { type: 'string' },
        force: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}
