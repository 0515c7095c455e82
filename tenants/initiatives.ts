import { z } from 'zod'
import belleville from './belleville/initiatives.json'
import marsa from './marsa/initiatives.json'
import paris from './paris/initiatives.json'
import puertoClaro from './puerto-claro/initiatives.json'

const picture = z.strictObject({ scene: z.enum(['trees', 'street', 'water']), alt: z.string() })

const DemoInitiative = z.strictObject({
  title: z.string(),
  summary: z.string(),
  story: z.string(),
  themes: z.array(z.string()).min(1),
  district: z.string().optional(),
  place: z.string().optional(),
  address: z.string().optional(),
  /** The organisation that keeps it, by its name; without one, people of the city. */
  by: z.string().optional(),
  /** Which of the people one can sign in as keeps it. */
  actor: z.number().int().min(0).max(2).optional(),
  ago: z.number().positive(),
  /** How many take part. */
  taking: z.number().int().min(0).default(0),
  /** The activities that belong to it, by their titles. */
  activities: z.array(z.string()).default([]),
  image: picture.optional(),
  state: z.enum(['active', 'submitted', 'ended']).default('active'),
  /** Which of its activities helps which idea, by their titles. */
  helping: z.array(z.strictObject({ activity: z.string(), idea: z.string() })).default([]),
  /** What was told of it, or of one of its activities. */
  news: z
    .array(
      z.strictObject({
        title: z.string(),
        body: z.string(),
        ago: z.number().positive(),
        activity: z.string().optional(),
        image: picture.optional(),
      }),
    )
    .default([]),
})
export type DemoInitiative = z.output<typeof DemoInitiative>

const All = z.array(DemoInitiative)

/** What lasts in the demo cities before they are first opened. */
export const initiativesOf: Record<string, DemoInitiative[]> = {
  paris: All.parse(paris),
  belleville: All.parse(belleville),
  'puerto-claro': All.parse(puertoClaro),
  marsa: All.parse(marsa),
}
