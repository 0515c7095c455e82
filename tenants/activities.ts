import { z } from 'zod'
import belleville from './belleville/activities.json'
import marsa from './marsa/activities.json'
import paris from './paris/activities.json'
import puertoClaro from './puerto-claro/activities.json'

/** So many days after the demo is first opened, or on a day of the week (1 is Monday) for so many weeks from the next one. */
const When = z.union([
  z.strictObject({ in: z.number().int().min(0), at: z.string(), minutes: z.number().int() }),
  z.strictObject({
    weekday: z.number().int().min(1).max(7),
    at: z.string(),
    minutes: z.number().int(),
    weeks: z.number().int().min(1),
    every: z.number().int().min(1).default(1),
    skip: z.number().int().min(0).default(0),
  }),
])

const DemoActivity = z.strictObject({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  practical: z.string().default(''),
  kind: z.enum(['event', 'mission', 'standing_need']),
  themes: z.array(z.string()).min(1),
  district: z.string().nullable(),
  when: When.nullable(),
  place: z.string().optional(),
  address: z.string().optional(),
  attendance: z.enum(['on_site', 'online', 'hybrid']).default('on_site'),
  /** The organisation, by its name; without one, a person of the city. */
  by: z.string().optional(),
  /** Which of the people one can sign in as announced it. */
  organiser: z.number().int().min(0).optional(),
  commitment: z.enum(['once', 'some_hours', 'weekly', 'lasting']).default('once'),
  spoken: z.array(z.string()).default([]),
  access: z
    .partialRecord(z.enum(['mobility', 'hearing', 'sight', 'mental', 'psychic']), z.enum(['yes', 'no']))
    .default({}),
  accessNote: z.string().optional(),
  minors: z.enum(['excluded', 'with_consent', 'welcome']).default('with_consent'),
  minAge: z.number().int().optional(),
  price: z.string().optional(),
  registration: z.enum(['none', 'instant', 'approval']).default('instant'),
  capacity: z.number().int().positive().optional(),
  /** What there is to do on each of its dates, where there is more than one thing. */
  roles: z
    .array(
      z.strictObject({
        label: z.string(),
        skill: z.string().nullable().default(null),
        capacity: z.number().int().positive().nullable().default(null),
      }),
    )
    .default([]),
  newcomers: z.number().int().min(0).default(0),
  party: z.number().int().min(1).default(1),
  /** Seats taken on its first date, and people waiting there. */
  taken: z.number().int().min(0).default(0),
  waiting: z.number().int().min(0).default(0),
  cancelled: z.array(z.strictObject({ nth: z.number().int().min(1), reason: z.string() })).default([]),
  image: z.strictObject({ scene: z.enum(['trees', 'street', 'water']), alt: z.string() }).optional(),
})
const Programme = z.strictObject({
  /** Those who come, beside the people the demo already has. */
  people: z.array(z.string()).min(1),
  activities: z.array(DemoActivity).min(1),
})
export type DemoActivity = z.output<typeof DemoActivity>
export type DemoProgramme = z.output<typeof Programme>

/** What there is to do in a demo city in the weeks after it is first opened. */
export const programmes: Record<string, DemoProgramme> = {
  paris: Programme.parse(paris),
  belleville: Programme.parse(belleville),
  'puerto-claro': Programme.parse(puertoClaro),
  marsa: Programme.parse(marsa),
}
