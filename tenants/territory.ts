import { z } from 'zod'

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const Ring = z.array(Position).min(4)

/** GeoJSON, longitude then latitude, WGS 84. */
export const Outline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
])
export type Outline = z.output<typeof Outline>

/** The city's ground: what it calls a district, the districts and their outlines, where a map opens. */
export const Territory = <L extends z.ZodType>(localized: L) =>
  z.strictObject({
    districtWord: localized,
    districts: z
      .array(
        z.strictObject({ code: z.string().regex(/^[a-z0-9][a-z0-9-]*$/), name: localized, outline: Outline }),
      )
      .min(1),
    centre: Position,
    zoom: z.number().min(3).max(18),
    /** Address of raster tiles, only if the city sets one; without it the map draws the districts alone. */
    tiles: z.strictObject({ url: z.url(), attribution: z.string().min(1) }).optional(),
    /** Address of a service that says where an address is, `{q}` in its place; without it places are pointed at by hand. */
    geocoder: z
      .string()
      .trim()
      .max(300)
      .regex(/^https?:\/\/[^\s{}]+\{q\}[^\s{}]*$/)
      .optional(),
    /** Whether an activity may be announced at a place outside the districts; it is told so before it is sent. */
    takesOutside: z.boolean().default(true),
  })
