'use server'

import { cookies } from 'next/headers'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { operatorDoor } from '../../db/operator'
import { cookieLook, doorAction, operatorAction, operatorCookie } from '../acting'
import { beginOperatorSession, endOperatorSession, finishOperatorSession } from './commands'
import { Code, SignIn } from './input'

export const beginSignIn = doorAction(SignIn, async ({ input, from, now }) => {
  const outcome = await beginOperatorSession(operatorDoor(), { ...input, from, now })
  if (!outcome.ok) return outcome
  const jar = await cookies()
  jar.set(operatorCookie(), outcome.value.token, cookieLook())
  redirect('/code')
})

export const giveCode = doorAction(Code, async ({ input, now }) => {
  const jar = await cookies()
  const token = jar.get(operatorCookie())?.value ?? ''
  const outcome = await finishOperatorSession(operatorDoor(), { token, code: input.code, now })
  if (!outcome.ok) return outcome
  jar.set(operatorCookie(), outcome.value.token, { ...cookieLook(), expires: outcome.value.expiresAt })
  revalidatePath('/operator', 'layout')
  redirect('/')
})

export const signOut = operatorAction(z.object({}), async () => {
  const jar = await cookies()
  await endOperatorSession(operatorDoor(), jar.get(operatorCookie())?.value ?? '')
  jar.delete(operatorCookie())
  revalidatePath('/operator', 'layout')
  redirect('/connexion')
})
