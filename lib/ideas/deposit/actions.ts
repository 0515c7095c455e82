'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { citizenAction, visitorAction } from '../../actions'
import { currentHolder, holderWithKey } from '../../auth/draft-key'
import { secondsToWait } from '../../auth/rate-limits'
import { type Outcome, refused } from '../../outcome'
import { pathOf, type Site } from '../../tenancy/site'
import { findSimilarIdeas } from '../similar/queries'
import { beginDraft, savePlace, saveSimilarSeen, saveSubject, saveText } from './commands'
import { addImage, type AddImageRefusal, removeImage } from './images/commands'
import {
  ImageInput,
  KeepInput,
  PlaceInput,
  RemoveImageInput,
  SimilarInput,
  SubjectInput,
  SubmitInput,
  TextInput,
} from './input'
import { findDraft } from './queries'
import { perHour, type Step, stepAfter } from './rules'
import { submitIdea } from './submission/commands'

/** When all goes well the next page is the answer. */
type Answer<Refusal extends string> = Promise<Outcome<never, Refusal>>

export const answerSubject = visitorAction(
  SubjectInput,
  async ({ site, tenant, input, now }): Answer<'too_fast' | 'not_there' | 'too_many_drafts'> => {
    const { ideaId } = input
    if (!ideaId && (await isTooFast(tenant, 'draft'))) return refused('too_fast')
    const act = { ...input, holder: await holderWithKey(), now, locale: site.locale }
    const kept = await (ideaId ? saveSubject(tenant, { ...act, ideaId }) : beginDraft(tenant, act))
    return kept.ok ? goOn(site, kept.value.id, 'sujet') : kept
  },
)

export const answerPlace = visitorAction(PlaceInput, async ({ site, tenant, input, now }) => {
  const kept = await savePlace(tenant, { place: input, holder: await currentHolder(), now })
  return kept.ok ? goOn(site, input.ideaId, 'lieu') : kept
})

/** What was shown is looked for again here: a form cannot say that it was seen. */
export const passSimilar = visitorAction(SimilarInput, async ({ site, tenant, input, now }) => {
  const holder = await currentHolder()
  const draft = await findDraft(tenant, input.ideaId, holder)
  if (!draft) return refused('not_there')
  const seen = (await findSimilarIdeas(tenant, draft)).map(({ id }) => id)
  const kept = await saveSimilarSeen(tenant, { ...input, seen, holder, now })
  return kept.ok ? goOn(site, input.ideaId, 'proches') : kept
})

export const answerText = visitorAction(TextInput, async ({ site, tenant, input, now }) => {
  const kept = await saveText(tenant, { ...input, holder: await currentHolder(), now })
  if (!kept.ok) return kept
  if (input.then === 'leave') redirect(pathOf(tenant, site.locale, 'decider', '/mes-idees?garde=1'))
  return goOn(site, input.ideaId, 'texte')
})

/** While it is being written, whatever its length so far. */
export const keepText = visitorAction(KeepInput, async ({ tenant, input, now }) =>
  saveText(tenant, { ...input, holder: await currentHolder(), now }),
)

export const sendImage = visitorAction(
  ImageInput,
  async ({ site, tenant, input }): Answer<'too_fast' | AddImageRefusal> => {
    if (await isTooFast(tenant, 'image')) return refused('too_fast')
    const image = new Uint8Array(await input.image.arrayBuffer())
    const added = await addImage(tenant, { ...input, image, holder: await currentHolder() })
    return added.ok ? redirect(stepPath(site, input.ideaId, 'images')) : added
  },
)

export const takeImageAway = visitorAction(RemoveImageInput, async ({ site, tenant, input }) => {
  const removed = await removeImage(tenant, { ...input, holder: await currentHolder() })
  return removed.ok ? redirect(stepPath(site, input.ideaId, 'images')) : removed
})

export const submit = citizenAction(SubmitInput, async ({ site, tenant, person, input, now }) => {
  const { ideaId, ...answers } = input
  const { draftKey } = await currentHolder()
  const sent = await submitIdea(tenant, { ideaId, answers, person, draftKey, now })
  if (!sent.ok) return sent
  redirect(pathOf(tenant, site.locale, 'decider', `/mes-idees/${ideaId}?envoyee=1`))
})

/** Writing needs no account: what one connection may begin in an hour is counted instead. */
async function isTooFast(tenant: { id: string }, kind: 'draft' | 'image'): Promise<boolean> {
  const from = (await headers()).get('x-forwarded-for') ?? ''
  return (await secondsToWait(tenant, `deposit-${kind}`, from, perHour[kind])) !== null
}

function goOn(site: Site, ideaId: string, step: Step): never {
  redirect(stepPath(site, ideaId, stepAfter(step)))
}

function stepPath({ tenant, locale }: Site, ideaId: string, step: Step): string {
  return pathOf(tenant, locale, 'decider', `/deposer/${ideaId}/${step}`)
}
