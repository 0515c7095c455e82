import { z } from 'zod'
import { slugFor } from '../../../tenancy/creation/rules'

const Shape = z.looseObject({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) })
const Told = z
  .looseObject({
    nom: z.string().max(80).optional(),
    code: z.string().max(5).optional(),
    population: z.number().int().positive().optional(),
    centre: z.looseObject({ coordinates: z.tuple([z.number(), z.number()]) }).optional(),
    contour: Shape.optional(),
  })
  .refine(({ nom, contour }) => nom ?? contour)
export type Sheet = z.output<typeof Told>

/** What a file says of a commune as a whole; null for one that says something else, such as its districts. */
export function sheetIn(text: string): Sheet | null {
  try {
    return Told.safeParse(ofOne(JSON.parse(text))).data ?? null
  } catch {
    return null
  }
}

/** One commune as the State’s sheet says it: alone, as the only one found, as a feature, or its shape and no more. */
function ofOne(file: unknown): unknown {
  if (Array.isArray(file)) return file.length === 1 ? file[0] : null
  const { type, properties, geometry } = file as Record<string, unknown>
  if (type === 'Feature') return { ...(properties as object), contour: geometry }
  return type === 'Polygon' || type === 'MultiPolygon' ? { contour: file } : file
}

/** What the sheet fills in of who the city is. */
export function identityOn({ nom, code, population, centre }: Sheet) {
  const [longitude, latitude] = centre?.coordinates ?? []
  return { name: nom, id: nom && slugFor(nom), insee: code, population, longitude, latitude }
}
