import { z } from 'zod'

const Found = z
  .object({
    geometry: z.object({
      coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
    }),
    properties: z.object({ score: z.number().optional(), type: z.string().default('') }).prefault({}),
  })
  .transform(({ geometry, properties: { score, type } }) => {
    const [longitude, latitude] = geometry.coordinates
    return { latitude, longitude, type, score: score ?? 1 }
  })

/** What a service that knows addresses answers, the best first (GeoJSON, as Addok and Photon write it). */
export const Answer = z.object({ features: z.array(Found) }).transform(({ features }) => features)
export type Answer = z.output<typeof Answer>
