import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { districtAt } from '../../ideas/places/rules'
import { radii } from './rules'

/** A theme or a district of this city, a point in it with a distance around, one of its consultations or all of them, those who act. */
export function InterestIn({ tenant }: { tenant: Pick<Tenant, 'themes' | 'territory'> }) {
  const theme = z.strictObject({
    kind: z.literal('theme'),
    value: z.enum(tenant.themes.map(({ id }) => id) as [string, ...string[]], 'choice_required'),
  })
  const codes = tenant.territory.districts.map(({ code }) => code) as [string, ...string[]]
  const district = z.strictObject({ kind: z.literal('district'), value: z.enum(codes, 'choice_required') })
  const place = z
    .strictObject({
      kind: z.literal('place'),
      latitude: z.coerce.number('required').min(-90, 'unreadable').max(90, 'unreadable'),
      longitude: z.coerce.number('required').min(-180, 'unreadable').max(180, 'unreadable'),
      radiusMetres: z.coerce.number().pipe(z.literal([...radii], 'choice_required')),
    })
    .refine((point) => districtAt(tenant.territory, point) !== null, {
      error: 'outside_city',
      path: ['latitude'],
    })
  const consultation = z.strictObject({ kind: z.literal('consultation'), value: z.uuid('unreadable') })
  const consultations = z.strictObject({ kind: z.literal('consultations'), value: z.literal('all') })
  const organisation = z.strictObject({ kind: z.literal('organisation'), value: z.uuid('unreadable') })
  return z.discriminatedUnion('kind', [theme, district, place, consultation, consultations, organisation])
}

export const StopInterest = z.strictObject({ interestId: z.uuid() })
