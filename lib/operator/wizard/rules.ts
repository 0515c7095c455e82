import type { z } from 'zod'
import { communes } from '../../../tenants/communes'
import { proposedRules, blueprintFor, type NewLogo, slugFor } from '../../tenancy/creation/rules'
import type { CityAnswers } from '../../tenancy/creation/input'
import { takenIn } from '../../tenancy/look/rules'
import { isInsee } from './sheets/rules'

export const steps = [
  'identity',
  'model',
  'look',
  'languages',
  'rules',
  'people',
  'doors',
  'address',
  'opening',
] as const
export type Step = (typeof steps)[number]

/** In the addresses, which are French. */
export const stepPaths: Record<Step, string> = {
  identity: 'commune',
  model: 'modele',
  look: 'apparence',
  languages: 'langues',
  rules: 'regles',
  people: 'equipe',
  doors: 'connexion-et-mentions',
  address: 'adresse',
  opening: 'ouverture',
}

export const stepAtPath = (path: string) => steps.find((step) => stepPaths[step] === path) ?? null
export const stepAfter = (step: Step): Step => steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!

/** What has been answered so far, in the shape a city is made from. */
export type Answers = Partial<z.input<typeof import('../../tenancy/creation/input').CityAnswers>> & {
  /** Beside the others: no file of answers can bring a drawing. */
  logo?: NewLogo | undefined
}

/** What each step fills in: a step is done when all of it is there. */
const filledBy: Record<Exclude<Step, 'opening'>, readonly (keyof CityAnswers)[]> = {
  identity: ['identity'],
  model: ['blueprint', 'modules'],
  look: ['look'],
  languages: ['languages'],
  rules: ['rules'],
  people: ['people', 'sender'],
  doors: ['signIn', 'legal'],
  address: ['host', 'sample'],
}

export function isDone(step: Step, answers: Answers): boolean {
  return step !== 'opening' && filledBy[step].every((key) => answers[key] !== undefined)
}

/** Where to go on: the first step that is not done. */
export const nextStep = (answers: Answers): Step => steps.find((step) => !isDone(step, answers))!

/** The form as it would have been sent with the shade that was taken already in its field. */
export function withTaken(form: FormData): FormData {
  for (const [name, shade] of Object.entries(takenIn(String(form.get('take') ?? '')))) form.set(name, shade)
  return form
}

/** A commune by its name or its INSEE code; what is not known is left to be typed. */
export function identityFor(asked: string) {
  const wanted = slugFor(asked)
  const known = communes.find(({ insee, name }) => insee === asked.trim() || slugFor(name) === wanted)
  if (!known && isInsee(asked)) return { insee: asked.trim().toUpperCase(), country: 'FR' }
  if (!known) return { id: wanted, name: asked.trim(), country: 'FR' }
  const { insee, name, population, centre } = known
  return {
    id: slugFor(name),
    name,
    insee,
    country: 'FR',
    population,
    longitude: centre[0],
    latitude: centre[1],
  }
}

/** What is proposed before anybody chose: by the country and the number of inhabitants. */
export function proposals({ identity, blueprint }: Answers) {
  const { country = 'FR', population = 1 } = identity ?? {}
  const size = { country, population: Number(population) }
  const model = blueprint ?? blueprintFor(size)
  return { blueprint: model, rules: proposedRules(model, size.population) }
}

export type Draft = { id: string; answers: Answers & { known?: Partial<Known> }; changedAt: Date }
type Known = NonNullable<Answers['identity']>
