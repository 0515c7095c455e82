import { basename } from 'node:path'
import type { Tenant } from '../../../tenants/tenant'
import {
  foreseeAssociations,
  importAssociations,
  type WrittenAssociations,
} from '../../agir/organisations/imports/commands'
import { AssociationRow } from '../../agir/organisations/imports/input'
import {
  type Association,
  associationOf,
  type AssociationRefusal,
  formerIds,
} from '../../agir/organisations/imports/rules'
import { recordReadOnce } from '../../twice-encoded'
import { csvRows } from './lines'
import { mendedWords } from './words'

type Request = { tenant: Tenant; file: string; origin: string | null; dryRun: boolean; now: Date }
export type AssociationReport = WrittenAssociations & {
  origin: string
  read: number
  /** Rows about one that an earlier row already named. */
  again: number
  /** Names as they are written, and how many associations those are. */
  names: number
  associations: number
  mended: number
  withoutNumber: number
  refused: { line: number; why: string }[]
}

const batchSize = 200
const words: Record<AssociationRefusal, string> = {
  no_name: 'it has no name',
  name_unreadable: 'its name is too long or cannot be read',
  nothing_in_it: 'its name holds no letters',
}

/** Reads a list of associations row by row: several rows about one are one, those that cannot be are in the report. */
export async function importAssociationFile(
  request: Request,
  tell: (report: Pick<AssociationReport, 'read' | 'refused'>) => void = () => {},
): Promise<AssociationReport> {
  const origin = request.origin ?? basename(request.file).replace(/\.[a-z]+$/i, '')
  const report: AssociationReport = {
    ...{ origin, read: 0, again: 0, withoutNumber: 0, refused: [], names: 0, associations: 0, mended: 0 },
    ...{ added: 0, updated: 0, unchanged: 0, present: 0 },
  }
  const all = await gathered(request, report)
  for (let from = 0; from < all.length; from += batchSize) {
    const arrivals = all.slice(from, from + batchSize)
    const put = request.dryRun ? foreseeAssociations : importAssociations
    const written = await put(request.tenant, { origin, arrivals, now: request.now })
    for (const name of ['added', 'updated', 'unchanged', 'present'] as const) report[name] += written[name]
    tell(report)
  }
  report.withoutNumber = all.filter(({ siret }) => siret === null).length
  return report
}

/** The first row that says something wins; a later one fills what it left empty. */
async function gathered({ file, tenant }: Request, report: AssociationReport): Promise<Association[]> {
  const byName = new Map<string, Association>()
  const names = new Set<string>()
  for await (const line of csvRows(file)) {
    report.read++
    if ('unreadable' in line) {
      report.refused.push({ line: line.line, why: line.unreadable })
      continue
    }
    const { record, isMended } = recordReadOnce(line.record)
    const found = AssociationRow.parse(record)
    const read = associationOf(found, tenant)
    if (typeof read === 'string') {
      report.refused.push({ line: line.line, why: words[read] })
      continue
    }
    const former = isMended ? formerIds(AssociationRow.parse(line.record), read, tenant) : []
    const one = { ...read, formerIds: former }
    names.add(found.name)
    report.mended += isMended ? 1 : 0
    const known = byName.get(one.originId)
    if (known) report.again++
    byName.set(one.originId, known ? filled(known, one) : one)
  }
  report.names = names.size
  report.associations = byName.size
  return [...byName.values()]
}

const filled = (known: Association, one: Association): Association => ({
  ...known,
  formerIds: [...new Set([...known.formerIds, ...one.formerIds])],
  summary: known.summary || one.summary,
  siret: known.siret ?? one.siret,
  themeIds: known.themeIds.length > 0 ? known.themeIds : one.themeIds,
})

export function associationWords(report: AssociationReport, { tenant, dryRun }: Request): string {
  const done = dryRun ? 'would be' : 'were'
  const { read, again, added, updated, unchanged, present, refused, withoutNumber, origin } = report
  const { names, associations, mended } = report
  return [
    ...refused.map(({ line, why }) => `line ${line}: ${why}`),
    '',
    `${tenant.id}, from ${origin}${dryRun ? ' (dry run: nothing is written)' : ''}`,
    `${read} rows read, ${again} about one already named; ${added} ${done} added, ${updated} ${done} brought up to date, ${unchanged} were there already; ${refused.length} refused.`,
    names > associations
      ? `${names} different names are written, of ${associations} associations: ${names - associations} are another spelling of one of them (accents, hyphens, apostrophes, capitals).`
      : '',
    mended > 0 ? mendedWords(mended) : '',
    present > 0 ? `${present} have a page of their own here: they are left alone.` : '',
    withoutNumber > 0 ? `${withoutNumber} have no number, or one that does not add up.` : '',
  ]
    .filter((line, place) => line !== '' || place === refused.length)
    .join('\n')
}
