import type { Tenant } from '../../../../tenants/tenant'
import { lineOfText, skeleton } from '../../../text'
import { normalised, numberProblem } from '../identifiers/rules'
import { organisationLimits } from '../rules'

/** A row of a list of associations, before anything in it is believed. */
export type FoundAssociation = { name: string; purpose: string; number: string; sectors: string[] }

export type Association = {
  originId: string
  /** What it was called by while texts that had been encoded twice were taken as they came. */
  formerIds: string[]
  name: string
  nameKey: string
  summary: string
  themeIds: string[]
  /** Only what adds up: a number that is wrong is left out. */
  siret: string | null
}
export const associationRefusals = ['no_name', 'name_unreadable', 'nothing_in_it'] as const
export type AssociationRefusal = (typeof associationRefusals)[number]

const small = new Set('a au aux d de des du en et l la le les ou par pour sous sur un une'.split(' '))

/** What a row becomes here, or why it cannot. */
export function associationOf(found: FoundAssociation, tenant: Tenant): Association | AssociationRefusal {
  const typed = found.name.replace(/\s+/g, ' ').trim()
  if (typed === '') return 'no_name'
  const read = lineOfText({ min: 2, max: organisationLimits.name.max }).safeParse(readable(typed))
  if (!read.success) return 'name_unreadable'
  const nameKey = skeleton(read.data)
  if (nameKey.length < 2) return 'nothing_in_it'
  const value = normalised(found.number)
  const siret = value !== '' && numberProblem({ scheme: 'siret', value }) === null ? value : null
  const summary = lineOfText({ max: 10_000 }).safeParse(readable(found.purpose.replace(/\s+/g, ' ').trim()))
  return {
    originId: nameKey,
    formerIds: [],
    name: read.data,
    nameKey,
    summary: summary.success ? shortened(summary.data) : '',
    themeIds: themesOf(found.sectors, tenant),
    siret,
  }
}

/** What the same row was called by before its texts were read once. */
export function formerIds(found: FoundAssociation, { originId }: Association, tenant: Tenant): string[] {
  const before = associationOf(found, tenant)
  return typeof before === 'string' || before.originId === originId ? [] : [before.originId]
}

/** Lists are often written in capitals: they are read as a person would write them. */
export function readable(text: string): string {
  if (text !== text.toUpperCase() || !/\p{L}{3}/u.test(text)) return text
  const words = text.toLowerCase().split(/(?<=[\s'’-])/)
  return words
    .map((word, place) => (place > 0 && small.has(word.replace(/[\s'’-]/g, '')) ? word : capital(word)))
    .join('')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function shortened(text: string): string {
  const { max } = organisationLimits.summary
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/\s+\S*$/, '')}…`
}

/** The city's own themes that share a word of weight with what the list calls them. */
function themesOf(sectors: string[], { themes }: Tenant): string[] {
  const said = sectors.flatMap(wordsOf)
  return themes
    .filter(({ id, name }) =>
      [id, ...Object.values(name)].flatMap(wordsOf).some((word) => said.includes(word)),
    )
    .map(({ id }) => id)
    .slice(0, organisationLimits.themes)
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}]+/u)
    .map(skeleton)
    .filter((word) => word.length >= 5)
    .map((word) => word.replace(/s$/, ''))
