import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { lengthOf, lineOfText, plainText } from '../../text'
import { districtAt } from '../places/rules'
import { criteria } from './rules'

type City = { tenant: Tenant }

const ideaId = z.uuid()
/** What the button that was pressed asks for: go on, or keep this and come back later. */
const then = z.enum(['next', 'leave']).catch('next')
const chosen = <Value extends string>(values: Value[]) => z.enum(values, { error: 'choice_required' })

export const SubjectInput = ({ tenant }: City) =>
  z.object({
    ideaId: ideaId.optional(),
    title: lineOfText(tenant.ideas.titleLength),
    themeId: chosen(tenant.themes.map((theme) => theme.id)),
    /** The need that came back, and became this. */
    need: z.uuid().optional(),
  })
export type Subject = z.output<ReturnType<typeof SubjectInput>>

/** A coordinate as a form sends it: text, and nothing at all when no marker was placed. */
const coordinate = (limit: number) =>
  z
    .string({ error: 'marker_required' })
    .max(30, 'marker_required')
    .regex(/^-?\d{1,3}(\.\d{1,20})?$/, 'marker_required')
    .transform(Number)
    .refine((degrees) => Math.abs(degrees) <= limit, 'outside_city')

export const PlaceInput = ({ tenant }: City) => {
  const codes = tenant.territory.districts.map((district) => district.code)
  const districtCode = chosen(codes)
  const secondDistrictCode = chosen(['', ...codes]).default('')
  const point = z.object({
    ideaId,
    placeKind: z.literal('point'),
    latitude: coordinate(90),
    longitude: coordinate(180),
  })
  return z.discriminatedUnion(
    'placeKind',
    [
      z.object({ ideaId, placeKind: z.literal('city') }),
      z
        .object({ ideaId, placeKind: z.literal('district'), districtCode, secondDistrictCode })
        .refine((place) => place.secondDistrictCode !== place.districtCode, {
          error: 'same_district',
          path: ['secondDistrictCode'],
        }),
      z.object({ ideaId, placeKind: z.literal('address'), address: lineOfText({ min: 3, max: 160 }) }),
      point.refine((place) => districtAt(tenant.territory, place), {
        error: 'outside_city',
        path: ['latitude'],
      }),
    ],
    { error: 'choice_required' },
  )
}
export type Place = z.output<ReturnType<typeof PlaceInput>>

export const SimilarInput = z.object({ ideaId })

export const TextInput = ({ tenant }: City) => {
  const { min, max } = tenant.ideas.bodyLength
  return z.object({ ideaId, body: plainText({ max }), then }).superRefine(({ body, then }, context) => {
    if (then === 'leave' || lengthOf(body) >= min) return
    const message = body === '' ? 'required' : 'too_short'
    context.addIssue({ code: 'custom', path: ['body'], message, params: { min } })
  })
}

export const KeepInput = ({ tenant }: City) =>
  z.object({ ideaId, body: plainText({ max: tenant.ideas.bodyLength.max }) })

export const ImageInput = z.object({
  ideaId,
  image: z.instanceof(File, { error: 'file_required' }),
  alt: lineOfText({ min: 5, max: 200 }),
})

export const RemoveImageInput = z.object({ ideaId, imageId: z.uuid() })

const yesOrNo = z.enum(['yes', 'no'], { error: 'answer_required' }).transform((answer) => answer === 'yes')

export const SubmitInput = z.object({ ideaId, ...answersOf() })

function answersOf() {
  return Object.fromEntries(criteria.map((criterion) => [criterion, yesOrNo])) as Record<
    (typeof criteria)[number],
    typeof yesOrNo
  >
}
