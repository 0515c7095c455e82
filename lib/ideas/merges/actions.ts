'use server'

import { refresh } from 'next/cache'
import { citizenAction, moderatorAction } from '../../actions'
import { currentSession } from '../../auth/current-person'
import { refused } from '../../outcome'
import { answerMerge, confirmMerge, proposeMerge } from './commands'
import { undoMerge } from './completion/commands'
import { AnswerInput, MergeInput, ProposeInput, UndoInput, VoiceInput } from './input'
import { answerForVoice } from './voices/commands'

export const propose = moderatorAction(ProposeInput, async ({ tenant, person, input, now }) => {
  const outcome = await proposeMerge(tenant, { ...input, by: person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const confirm = moderatorAction(MergeInput, async ({ tenant, person, input, now }) => {
  const outcome = await confirmMerge(tenant, { ...input, by: person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const undo = moderatorAction(UndoInput, async ({ tenant, person, input, now }) => {
  const outcome = await undoMerge(tenant, { ...input, by: person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const answer = citizenAction(AnswerInput, async ({ tenant, person, input, now }) => {
  const outcome = await answerMerge(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const answerVoice = citizenAction(VoiceInput, async ({ tenant, input }) => {
  const session = await currentSession()
  return session ? answerForVoice(tenant, { ...input, ...session }) : refused('no_voice')
})
