import { z } from 'zod'
import { plainText } from '../../text'
import { boxes } from '../activities/answers/fields/input'
import { languagesSpoken } from '../activities/answers/input'
import { radii, skills, slots, volunteerLimits } from './rules'

const year = z
  .string()
  .regex(/^\d{4}$/, 'unreadable')
  .transform(Number)
const radius = z
  .enum(['', ...radii.map(String)], 'choice_required')
  .transform((km) => (km ? Number(km) : null))

/** What somebody offers: a box for each thing, so that a form that comes back remembers them. */
export const VolunteerInput = () => {
  const [able, free, spoken] = [
    boxes('skill', skills),
    boxes('slot', slots),
    boxes('speaks', languagesSpoken),
  ]
  return z
    .object({
      districtCode: z.string().min(1, 'choice_required').max(60),
      radiusKm: radius,
      birthYear: year,
      wontDo: plainText(volunteerLimits.wontDo),
      ...able.shape,
      ...free.shape,
      ...spoken.shape,
    })
    .transform((filled, context) => {
      const slotsFree = free.ticked(filled)
      if (slotsFree.length === 0)
        context.addIssue({ code: 'custom', path: ['slot'], message: 'choice_required' })
      const { districtCode, radiusKm, birthYear, wontDo } = filled
      const said = { skills: able.ticked(filled), availability: slotsFree, languages: spoken.ticked(filled) }
      return { districtCode, radiusKm, birthYear, wontDo: wontDo || null, ...said }
    })
}
