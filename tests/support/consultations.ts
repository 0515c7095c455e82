import { publishConsultation, saveConsultation } from '@/lib/consultations/commands'
import { ConsultationInput } from '@/lib/consultations/input'
import { aPerson } from './factories'
import { noon, paris } from './letters'

export const asked = {
  type: 'questionnaire',
  title: 'Les bancs de la place',
  summary: 'Où mettre douze bancs.',
  decided: 'Leur nombre.',
  undecided: 'Leur place.',
  audience: 'Tout le monde.',
  modalities: 'En ligne ou sur papier.',
  contact: 'mairie@exemple.test',
  opensOn: '2026-12-01',
  closesOn: '2026-12-20',
}

/** A consultation of Paris, announced a week before it opens, and who looks after it. */
export async function aConsultation({
  publishes = true,
  ...change
}: { publishes?: boolean } & Record<string, unknown> = {}) {
  const { id: _none, ...fields } = ConsultationInput({ tenant: paris }).parse({ ...asked, ...change })
  const grants = [{ role: 'admin' as const, scopeKind: 'city' as const, scopeValue: null }]
  const person = { id: await aPerson(paris), grants }
  const saved = await saveConsultation(paris, { id: null, fields, person, locale: 'fr', now: noon })
  if (!saved.ok) throw new Error(saved.refusal)
  const act = { id: saved.value.id, fields, person, now: noon }
  if (publishes) await publishConsultation(paris, act)
  return act
}
