import type { ReactNode } from 'react'
import type { Draft, Step } from '@/lib/operator/wizard/rules'
import { AddressStep } from './address-step'
import { DoorsStep } from './doors-step'
import { IdentityStep } from './identity-step'
import { LanguagesStep } from './languages-step'
import { LookStep } from './look-step'
import { ModelStep } from './model-step'
import { PeopleStep } from './people-step'
import { RulesStep } from './rules-step'

type StepForm = (props: { draft: Draft }) => Promise<ReactNode>

export const stepForms: Record<Exclude<Step, 'opening'>, StepForm> = {
  identity: IdentityStep,
  model: ModelStep,
  look: LookStep,
  languages: LanguagesStep,
  rules: RulesStep,
  people: PeopleStep,
  doors: DoorsStep,
  address: AddressStep,
}
