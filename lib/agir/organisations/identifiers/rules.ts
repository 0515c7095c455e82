import type { IdentifierScheme } from '../rules'

export type Identifier = { scheme: IdentifierScheme; value: string }
export const numberProblems = ['number_form', 'number_sum', 'alsace_moselle'] as const
export type NumberProblem = (typeof numberProblems)[number]

export const identifierRefusals = [
  'not_there',
  'already_held',
  'claimed',
  'dissolved',
  'too_many_numbers',
] as const
export type IdentifierRefusal = (typeof identifierRefusals)[number]

export const mostNumbers = 4

/** Of La Poste each office is an establishment: there are too many for the usual sum, and theirs is a multiple of five. */
const laPoste = '356000000'

/** Departments whose associations are in the register of a court, and have no number of the national one. */
const ofLocalLaw = /^W(57|67|68)/

/** A number as it is compared: without spaces, dots or dashes, in capitals. */
export function normalised(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s.\-_/]/g, '')
    .toUpperCase()
}

/** Why a number cannot be one of this register, or null: its form, then its sum. */
export function numberProblem({ scheme, value }: Identifier): NumberProblem | null {
  if (scheme === 'rna') {
    if (!/^W\d[\dA-Z]\d{7}$/.test(value)) return 'number_form'
    return ofLocalLaw.test(value) ? 'alsace_moselle' : null
  }
  if (scheme === 'siren') return /^\d{9}$/.test(value) ? sumProblem(addsUp(value)) : 'number_form'
  if (scheme === 'siret') {
    if (!/^\d{14}$/.test(value)) return 'number_form'
    return sumProblem(addsUp(value.slice(0, 9)) && (addsUp(value) || isOffice(value)))
  }
  return /^[\dA-Z]{3,30}$/.test(value) ? null : 'number_form'
}

const sumProblem = (isRight: boolean) => (isRight ? null : 'number_sum')

/** Luhn's sum: every second digit from the end is doubled. */
function addsUp(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? Number(digit) : Number(digit) * 2
    return total + (counted > 9 ? counted - 9 : counted)
  }, 0)
  return sum > 0 && sum % 10 === 0
}

function isOffice(siret: string): boolean {
  const sum = [...siret].reduce((total, digit) => total + Number(digit), 0)
  return siret.startsWith(laPoste) && sum % 5 === 0
}
