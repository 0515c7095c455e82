import { z } from 'zod'
import { lineOfText } from '../../../../text'

export const activityId = z.uuid()
export const tick = z.literal('on').optional()
/** Where the form was opened from, and so where one goes once it is kept. */
export const then = z.enum(['next', 'own']).catch('next')
export const chosen = <Value extends string>(values: readonly Value[]) =>
  z.enum(values, { error: 'choice_required' })
export const emptyAsNull = (text: string) => (text === '' ? null : text)
export const line = (length: { min?: number; max: number }) =>
  lineOfText({ ...length, min: 0 }).transform(emptyAsNull)
export const address = z
  .string()
  .trim()
  .max(500)
  .regex(/^https?:\/\/\S+\.\S+$/, 'web_address')
export const optionalAddress = z
  .union([z.literal('').transform(() => null), address])
  .optional()
  .default(null)
export const number = ({ min, max }: { min: number; max: number }) =>
  z
    .union([
      z.literal('').transform(() => null),
      z
        .string()
        .regex(/^\d{1,6}$/, 'number')
        .transform(Number)
        .pipe(z.number().min(min).max(max)),
    ])
    .optional()
    .default(null)

/** Boxes of one question, each with a name of its own so that a form that comes back remembers them. */
export function boxes<Name extends string>(prefix: string, names: readonly Name[]) {
  const shape = Object.fromEntries(names.map((name) => [`${prefix}_${name}`, tick]))
  const ticked = (values: Record<string, unknown>) =>
    names.filter((name) => values[`${prefix}_${name}`] === 'on')
  return { shape, ticked }
}

export const coordinate = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,20})?$/)
  .transform(Number)

/** `48.8669, 2.3631`, as maps and telephones write it: a point for whoever has no map to touch. */
export const pointTyped = z.string().transform((typed, context) => {
  if (typed.trim() === '') return null
  const [, latitude, longitude] =
    /^(-?\d{1,2}(?:\.\d{1,20})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,20})?)$/.exec(typed.trim()) ?? []
  if (longitude && Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180)
    return { latitude: Number(latitude), longitude: Number(longitude) }
  context.addIssue({ code: 'custom', message: 'point' })
  return z.NEVER
})

export const nowhere = { latitude: null, longitude: null }

/** A point is one where both of its numbers were given. */
export function pointOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }) {
  return latitude !== null && longitude !== null ? { latitude, longitude } : null
}
