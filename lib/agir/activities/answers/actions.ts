'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { citizenAction } from '../../../actions'
import { secondsToWait } from '../../../auth/rate-limits'
import { type Outcome, refused } from '../../../outcome'
import { isStaff } from '../../../people/rules'
import { pathOf, type Site } from '../../../tenancy/site'
import { TimingInput } from '../../schedules/input'
import { beginActivity, saveAnswers, saveSubject } from './commands'
import { PlaceInput, SubjectInput, TextInput, WelcomeInput } from './input'
import { most, type Step, stepAfter } from './rules'
import { addTiming, removeTiming } from './timing/commands'

/** When all goes well the next page is the answer. */
type Answer<Refusal extends string> = Promise<Outcome<never, Refusal>>

export const answerSubject = citizenAction(
  SubjectInput,
  async ({
    site,
    tenant,
    person,
    input,
    now,
  }): Answer<'too_fast' | 'too_many_drafts' | 'not_there' | 'not_your_organisation' | 'being_read'> => {
    const { activityId, then, ...said } = input
    const act = { ...said, personId: person.id, isOfTheCity: isStaff(person), now }
    if (activityId) return goOn(site, 'sujet', await saveSubject(tenant, { ...act, activityId }), then)
    const perHour = { limit: most.perHour, seconds: 3600 }
    if ((await secondsToWait(tenant, 'activity-draft', person.id, perHour)) !== null)
      return refused('too_fast')
    return goOn(site, 'sujet', await beginActivity(tenant, { ...act, locale: site.locale }), then)
  },
)

export const answerPlace = citizenAction(PlaceInput, async ({ site, tenant, person, input, now }) =>
  goOn(site, 'lieu', await saveAnswers(tenant, { ...input, personId: person.id, now }), input.then),
)

export const answerText = citizenAction(TextInput, async ({ site, tenant, person, input, now }) =>
  goOn(site, 'texte', await saveAnswers(tenant, { ...input, personId: person.id, now }), input.then),
)

export const answerWelcome = citizenAction(WelcomeInput, async ({ site, tenant, person, input, now }) =>
  goOn(site, 'accueil', await saveAnswers(tenant, { ...input, personId: person.id, now }), input.then),
)

/** Adding a time stays on its page: there may be another. */
export const answerTiming = citizenAction(TimingInput, async ({ site, tenant, person, input, now }) => {
  const added = await addTiming(tenant, { ...input, personId: person.id, now })
  if (!added.ok) return added
  redirect(stepPath(site, input.activityId, 'dates'))
})

const TakenOut = z.object({ activityId: z.uuid(), scheduleId: z.uuid() })

export const takeTimingOut = citizenAction(TakenOut, async ({ site, tenant, person, input, now }) => {
  const gone = await removeTiming(tenant, { ...input, personId: person.id, now })
  if (!gone.ok) return gone
  redirect(stepPath(site, input.activityId, 'dates'))
})

function goOn<Refusal extends string>(
  site: Site,
  step: Step,
  kept: Outcome<{ id: string }, Refusal>,
  then: 'next' | 'own',
) {
  if (!kept.ok) return kept
  const { id } = kept.value
  if (then === 'next') redirect(stepPath(site, id, stepAfter(step)))
  redirect(pathOf(site.tenant, site.locale, 'agir', `/mes-activites/${id}?garde=1`))
}

function stepPath({ tenant, locale }: Site, activityId: string, step: Step): string {
  return pathOf(tenant, locale, 'agir', `/proposer/${activityId}/${step}`)
}
