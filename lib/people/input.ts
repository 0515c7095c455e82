import { z } from 'zod'
import { lineOfText } from '../text'
import { residences } from '../../tenants/rules'
import { locales } from '../../tenants/tenant'

export const PersonName = lineOfText({ min: 2, max: 60 })

export const Profile = z.strictObject({ name: PersonName, locale: z.enum(locales) })

/** What someone says of themselves, on their honour, where no provider said it. */
export const Declaration = z.strictObject({
  birthYear: z.coerce.number('unreadable').int('unreadable').min(1900).max(2100),
  residence: z.enum(residences, 'choice_required'),
  districtCode: z.string().max(60),
})
