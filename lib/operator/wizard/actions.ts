'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { operatorDoor } from '../../db/operator'
import { operatorAction } from '../acting'
import { createFromDraft, saveAnswers, saveLook, startDraft } from './commands'
import { Started, stepForms } from './input'
import { type Answers, stepAfter, type Step, stepPaths, withTaken } from './rules'

const draft = z.object({ draft: z.uuid() })

export const start = operatorAction(Started, async ({ person, input, now }) => {
  const { id } = await startDraft(operatorDoor(), { ...input, byEmail: person.email, now })
  redirect(`/nouvelle/${id}/${stepPaths.identity}`)
})

export const answerIdentity = operatorAction(formOf('identity'), keep('identity'))
export const answerModel = operatorAction(formOf('model'), keep('model'))

/** A shade that is taken is seen before one goes on. */
export const answerLook = operatorAction(
  formOf<SentLook>('look'),
  async ({ input, now }) => {
    const outcome = await saveLook(operatorDoor(), { id: input.id, ...input.answers, now })
    if (!outcome.ok) return outcome
    redirect(`/nouvelle/${input.id}/${stepPaths[input.stays ? 'look' : stepAfter('look')]}`)
  },
  withTaken,
)
export const answerLanguages = operatorAction(formOf('languages'), keep('languages'))
export const answerRules = operatorAction(formOf('rules'), keep('rules'))
export const answerPeople = operatorAction(formOf('people'), keep('people'))
export const answerDoors = operatorAction(formOf('doors'), keep('doors'))
export const answerAddress = operatorAction(formOf('address'), keep('address'))

const Opening = draft.extend({ opens: z.enum(['now', 'later']) })

export const open = operatorAction(Opening, async ({ person, input, now }) => {
  const opens = input.opens === 'now'
  const work = { id: input.draft, opens, byEmail: person.email, now }
  const outcome = await createFromDraft(operatorDoor(), work)
  if (!outcome.ok) return outcome
  redirect(`/villes/${outcome.value.city}?faite=oui`)
})

type SentLook = z.output<typeof stepForms.look>
type Asked = Exclude<Step, 'opening'>
type Answered = { id: string; answers: Answers; stays: boolean }

/** The step's own form, and which city being made it is about. */
function formOf<Read = Answers>(step: Asked) {
  const sent = z.looseObject({ draft: z.uuid() })
  return sent.transform(async ({ draft: id, ...fields }, context) => {
    const read = await stepForms[step].safeParseAsync(fields)
    if (read.success)
      return { id, answers: read.data as Read, stays: fields.look === 'on' || 'take' in fields }
    for (const issue of read.error.issues) context.addIssue({ ...issue } as never)
    return z.NEVER
  })
}

function keep(step: Asked) {
  return async ({ input: { stays, ...input }, now }: { input: Answered; now: Date }) => {
    const outcome = await saveAnswers(operatorDoor(), { ...input, now })
    if (!outcome.ok) return outcome
    redirect(`/nouvelle/${input.id}/${stepPaths[stays ? step : stepAfter(step)]}`)
  }
}
