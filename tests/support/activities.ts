import { beginActivity, saveAnswers } from '@/lib/agir/activities/answers/commands'
import { addTiming } from '@/lib/agir/activities/answers/timing/commands'
import { sendActivity } from '@/lib/agir/activities/publishing/commands'
import { belleville } from './deposits'

export const now = new Date('2026-11-20T09:00:00Z')

/** Every Saturday morning, six times, from the end of November. */
export const saturdays = {
  zone: 'Europe/Paris',
  startsLocal: '2026-11-28 10:00:00',
  endsLocal: '2026-11-28 12:00:00',
  rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=6',
  exceptions: [],
  additions: [],
}

export const told = {
  ...{ summary: 'Deux heures dehors, outils et gants fournis.', body: 'On plante ensemble. '.repeat(5) },
  ...({ attendance: 'on_site', placeLabel: 'Square des Tanneurs', districtCode: 'centre' } as const),
}

/** An activity all of whose steps are answered, not sent yet. */
export async function aDraft(personId: string, organiser: string = 'self') {
  const wish = { title: 'Planter des bulbes', kind: 'mission' as const, themeIds: ['nature'] }
  const begun = await beginActivity(belleville, { personId, now, locale: 'fr', wish, organiser })
  if (!begun.ok) throw new Error(begun.refusal)
  const activityId = begun.value.id
  await saveAnswers(belleville, { activityId, personId, wish: { ...told, capacity: 12 }, now })
  const timed = await addTiming(belleville, { activityId, personId, timing: saturdays, now })
  if (!timed.ok) throw new Error(timed.refusal)
  return activityId
}

/** One that was sent: public at once where its organisation is trusted. */
export async function anOffer(personId: string, organiser: string = 'self') {
  const activityId = await aDraft(personId, organiser)
  const sent = await sendActivity(belleville, { activityId, personId, now })
  if (!sent.ok) throw new Error(sent.refusal)
  return { activityId, slug: sent.value.slug }
}
