'use server'

import { redirect } from 'next/navigation'
import { adminAction, citizenAction, instructorAction, signatoryAction, staffAction } from '../../actions'
import type { Outcome } from '../../outcome'
import { lasting, pathOf, type Site } from '../../tenancy/site'
import { attachDocument } from './attachments/commands'
import { becomeProject } from './becoming/commands'
import { acknowledge, addNote, admit, keepStudy, takeCharge, waiveDuty } from './commands'
import {
  AdmitInput,
  AnswerInput,
  AttachmentInput,
  BecomeInput,
  ChargeInput,
  criteriaIn,
  FileInput,
  MilestoneInput,
  NoteInput,
  OpinionInput,
  QuestionInput,
  ReopenInput,
  SignInput,
  StudyInput,
  WaiveInput,
} from './input'
import { reportMilestone } from './milestones/commands'
import { prepareOpinion, reopen, signOpinion } from './opinions/commands'
import { answerQuestion, askAuthor } from './questions/commands'

export const acknowledgeIdea = instructorAction(FileInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'accuse', await acknowledge(tenant, { ...input, by, now })),
)

export const take = instructorAction(ChargeInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'charge', await takeCharge(tenant, { ...input, by, now })),
)

export const declareAdmissible = instructorAction(
  AdmitInput,
  async ({ site, tenant, person: by, input, now }) =>
    shown(site, input.ideaId, 'recevable', await admit(tenant, { ...input, by, now })),
)

export const keep = instructorAction(StudyInput, async ({ site, tenant, person: by, input, now }) => {
  const { ideaId, costLowCents, costHighCents, runningCostCents, calendar, legalNote } = input
  const costs = { costLowCents, costHighCents, runningCostCents }
  const study = { criteria: criteriaIn(input), ...costs, calendar, legalNote }
  return shown(site, ideaId, 'etude', await keepStudy(tenant, { ideaId, by, now, study }))
})

export const note = staffAction(NoteInput, async ({ site, tenant, person: by, input, now }) =>
  shown(
    site,
    input.ideaId,
    'note',
    await addNote(tenant, { ideaId: input.ideaId, body: input.note, by, now }),
  ),
)

export const waive = adminAction(WaiveInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'dispense', await waiveDuty(tenant, { ...input, by, now })),
)

export const ask = instructorAction(QuestionInput, async ({ site, tenant, person: by, input, now }) => {
  const { ideaId, question: body, hidden } = input
  const asked = await askAuthor(tenant, { ideaId, body, isPublic: !hidden, by, now })
  return shown(site, ideaId, 'question', asked)
})

export const answer = citizenAction(AnswerInput, async ({ tenant, person, input, now }) =>
  answerQuestion(tenant, { ...input, personId: person.id, now }),
)

export const prepare = instructorAction(OpinionInput, async ({ site, tenant, person: by, input, now }) => {
  const { ideaId, ...given } = input
  const opinion = { ...given, elsewhere: given.elsewhere && lasting(site, given.elsewhere) }
  return shown(site, ideaId, 'avis', await prepareOpinion(tenant, { ideaId, by, now, opinion }))
})

export const sign = signatoryAction(SignInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'signature', await signOpinion(tenant, { ...input, by, now })),
)

export const openAgain = signatoryAction(ReopenInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'reouverture', await reopen(tenant, { ...input, by, now })),
)

export const become = adminAction(BecomeInput, async ({ site, tenant, person: by, input, now }) =>
  shown(
    site,
    input.ideaId,
    'projet',
    await becomeProject(tenant, { ...input, url: lasting(site, input.url), by, now }),
  ),
)

export const report = staffAction(MilestoneInput, async ({ site, tenant, person: by, input, now }) => {
  const { ideaId, photo, alt, ...milestone } = input
  const sent = photo && photo.size > 0 ? new Uint8Array(await photo.arrayBuffer()) : null
  const picture = sent && alt ? { bytes: sent, alt } : null
  const reported = await reportMilestone(tenant, { ideaId, by, now, milestone, photo: picture })
  return shown(site, ideaId, 'etape', reported)
})

export const attach = instructorAction(AttachmentInput, async ({ site, tenant, person: by, input, now }) => {
  const document = new Uint8Array(await input.document.arrayBuffer())
  return shown(site, input.ideaId, 'piece', await attachDocument(tenant, { ...input, document, by, now }))
})

/** When all went well, the file says what was done. */
function shown<Refusal extends string>(
  { tenant, locale }: Site,
  ideaId: string,
  done: string,
  outcome: Outcome<unknown, Refusal>,
): Outcome<unknown, Refusal> {
  if (outcome.ok) redirect(`${pathOf(tenant, locale, 'decider', `/instruction/${ideaId}`)}?fait=${done}#fait`)
  return outcome
}
