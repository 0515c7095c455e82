import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ActivityFormat, activityFormats } from '../agir/imports/input'
import { type AssociationFormat, associationFormats } from '../agir/organisations/imports/input'
import { type ImportFormat, importFormats } from '../ideas/imports/input'
import { CannotStart, runCommand } from '../server/start/cannot-start'
import { withDatabase } from '../server/start/database'
import { readEnvironment } from '../server/start/environment'
import type { Tenant } from '../../tenants/tenant'
import { findTenant } from '../tenancy/registry'
import { activitiesReportWords, importActivitiesFile } from './import/activities'
import { associationWords, importAssociationFile } from './import/associations'
import type { Report } from './import/report'
import { importFile } from './import/work'
import { reportWords } from './import/words'

const usage = `npm run import -- --tenant <city> --format <format> [--dry-run] [--origin name] [--name name] [--weeks n] <file>

formats: ${importFormats.join(', ')}
         ${associationFormats.join(', ')}: pages that nobody runs yet, once each
         ${activityFormats.join(', ')}: a whole file each time; what it no longer holds ends here
--origin  the name of where it comes from; the file's own name if it is not said. A second import
          of the same origin finds what is there and only brings its counts up to date.
--name    what people read that activities come from; without it the site they are announced on.
--weeks   moves every date of activities by so many weeks: an old file, shown as if it were of these days.
--dry-run reads everything and writes nothing.`

await runCommand(async () => {
  const { values, positionals } = readArguments()
  if (values.help) return console.log(usage)
  const format = [...importFormats, ...activityFormats, ...associationFormats].find(
    (one) => one === values.format,
  )
  const [file, ...more] = positionals
  if (!values.tenant || !format || !file || more.length > 0) throw new CannotStart(usage)
  if (!existsSync(file)) throw new CannotStart(`${file} is not there.`)

  await withDatabase(readEnvironment(process.env), async () => {
    const tenant = await findTenant(values.tenant!)
    if (!tenant) throw new CannotStart(`${values.tenant} is not a city of this registry.`)
    const origin = values.origin ?? null
    const name = values.name?.trim().slice(0, 120) || null
    const weeks = Number(values.weeks)
    if (!Number.isInteger(weeks)) throw new CannotStart('--weeks wants a whole number.')
    const given = { tenant, file, origin, dryRun: values['dry-run'], now: new Date(), weeks, name }
    const report = await imported(format, given)
    if (report.read === 0) throw new CannotStart(`${file} holds no record.`)
  })
})

type Given = {
  tenant: Tenant
  file: string
  origin: string | null
  dryRun: boolean
  now: Date
  weeks: number
  name: string | null
}

type Format = ImportFormat | ActivityFormat | AssociationFormat

async function imported(format: Format, given: Given): Promise<{ read: number }> {
  if (format === 'associations-csv') {
    const report = await importAssociationFile(given, progress)
    console.log(associationWords(report, given))
    return report
  }
  const ofActivities = activityFormats.find((one) => one === format)
  if (ofActivities) {
    const request = { ...given, format: ofActivities }
    const report = await importActivitiesFile(request)
    console.log(activitiesReportWords(report, request))
    return report
  }
  const request = { ...given, format: format as ImportFormat }
  const report = await importFile(request, progress)
  console.log(reportWords(report, request))
  return report
}

function progress({ read, refused }: Pick<Report, 'read' | 'refused'>) {
  console.error(`${read} read, ${refused.length} refused …`)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        format: { type: 'string' },
        origin: { type: 'string' },
        name: { type: 'string' },
        weeks: { type: 'string', default: '0' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}
