import { z } from 'zod'
import type { Tenant } from '../../../../tenants/tenant'
import { line } from '../../activities/answers/fields/input'
import { lengths } from '../../activities/answers/rules'
import { optionalReason } from '../input'
import { atItsActivity } from './rules'

/** Neither a name nor an address is the place of the activity; anything else has a name, and is somewhere in the city. */
export const DatePlaceInput = ({ tenant }: { tenant: Tenant }) =>
  z
    .object({
      dateId: z.uuid(),
      placeLabel: line(lengths.placeLabel),
      address: line(lengths.address).optional().default(null),
      districtCode: z.enum(['', ...tenant.territory.districts.map(({ code }) => code)]).catch(''),
      reason: optionalReason,
    })
    .transform(({ dateId, reason, placeLabel, address, districtCode }, context) => {
      if (!placeLabel && !address) return { dateId, reason, place: atItsActivity }
      const want = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' })
      if (!placeLabel) want('placeLabel')
      if (!districtCode) want('districtCode')
      return { dateId, reason, place: { placeLabel, address, districtCode } }
    })
