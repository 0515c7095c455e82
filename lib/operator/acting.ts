import 'server-only'
import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import type { z } from 'zod'
import { operatorDoor } from '../db/operator'
import { type FieldError, fieldErrors, fieldsOf, type FormState, writtenIn } from '../form-state'
import type { Invalid, Outcome } from '../outcome'
import { publicOrigin } from '../tenancy/origin'
import { comesFrom } from '../tenancy/same-origin'
import { operatorHost } from './host'
import { findOperator, type OperatorPerson } from './sign-in/queries'

/** Over https no other host can plant a cookie of this name; and no city's session has it. */
export const operatorCookie = () => `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.operator`

export const cookieLook = () =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: process.env.PUBLIC_SCHEME === 'https' }) as const

/** Only the server around Next says this, and only of the operator's own host. */
export async function isOperatorHost(): Promise<boolean> {
  return (await headers()).get('x-parvis-operator') === '1'
}

export const currentOperator = cache(async (): Promise<OperatorPerson | null> => {
  const token = (await cookies()).get(operatorCookie())?.value
  return token && (await isOperatorHost()) ? findOperator(operatorDoor(), token, new Date()) : null
})

/** For the pages of the console: whoever is not signed in is led to the door. */
export async function requireOperator(): Promise<OperatorPerson> {
  return (await currentOperator()) ?? redirect('/connexion')
}

type Call<Who, Input> = { person: Who; input: Input; from: string; now: Date }

function actionFor<Who>(admit: () => Promise<Who>) {
  return <Input, Refusal extends string>(
    shape: z.ZodType<Input>,
    work: (call: Call<Who, Input>) => Promise<Outcome<unknown, Refusal> | Invalid<FieldError>>,
    asMeant = (sent: FormData) => sent,
  ) =>
    async (_before: FormState, written: FormData): Promise<FormState<Refusal>> => {
      const sent = await headers()
      if (!(await isOperatorHost()) || !comesFrom(publicOrigin(operatorHost()), sent)) forbidden()
      const person = await admit()
      const form = asMeant(written)
      const values = writtenIn(form)
      delete values.password
      const filled = await shape.safeParseAsync(fieldsOf(form))
      if (!filled.success) return { status: 'invalid', errors: fieldErrors(filled.error), values }
      const from = sent.get('x-forwarded-for') ?? ''
      const outcome = await work({ person, input: filled.data, from, now: new Date() })
      if (!outcome.ok && 'errors' in outcome)
        return { status: 'invalid', errors: outcome.errors, values: { ...values, ...outcome.values } }
      if (!outcome.ok) return { status: 'refused', refusal: outcome.refusal, values }
      refresh()
      return outcome.value === undefined ? { status: 'done' } : { status: 'done', value: outcome.value }
    }
}

export const operatorAction = actionFor(requireOperator)
/** For the door itself. */
export const doorAction = actionFor(async () => null)
