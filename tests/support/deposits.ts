import { randomUUID } from 'node:crypto'
import type { Holder } from '@/lib/ideas/deposit/rules'
import { beginDraft, savePlace, saveSimilarSeen, saveText } from '@/lib/ideas/deposit/commands'
import { shippedCities } from '@/tenants/shipped'
import type { Tenant } from '@/tenants/tenant'
import { aPerson } from './factories'

export const belleville = shippedCities.find(({ id }) => id === 'belleville')!
export const elsewhere = shippedCities.find(({ id }) => id === 'paris')!

/** A yes to each of the city's questions. */
export const yes = { city_matter: true, general_interest: true, respects_people: true, no_advert: true }

/** A browser in which nobody is signed in. */
export const someone = (): Holder => ({ personId: null, draftKey: randomUUID() })

/** Somebody who may deposit. */
export async function ines(city: { id: string } = belleville) {
  const author = { assurance: 'A2', birthYear: 1990, residence: 'lives' } as const
  return { id: await aPerson(city, { ...author, name: 'Inès Caron' }), ...author }
}

export async function aDraft(
  holder: Holder,
  { city = belleville, title }: { city?: Tenant; title?: string } = {},
) {
  const begun = await beginDraft(city, {
    holder,
    now: new Date(),
    locale: 'fr',
    title: title ?? `Des bancs à l’ombre ${randomUUID().slice(0, 8)}`,
    themeId: city.themes[0]!.id,
  })
  if (!begun.ok) throw new Error(begun.refusal)
  return begun.value.id
}

/** Every step answered. */
export async function aWholeDraft(holder: Holder, detail: { city?: Tenant; title?: string } = {}) {
  const { city = belleville } = detail
  const [ideaId, now] = [await aDraft(holder, detail), new Date()]
  await savePlace(city, { place: { ideaId, placeKind: 'city' }, holder, now })
  await saveSimilarSeen(city, { ideaId, seen: [], holder, now })
  await saveText(city, { ideaId, body: 'Il fait chaud et la place n’a pas d’ombre. '.repeat(8), holder, now })
  return ideaId
}
