import { z } from 'zod'
import written from './platform.json'

/** So many days before the demo is first opened; less than nothing is after. */
const days = z.number()
/** A day, and the hour of it on the operator's clock. */
const Moment = z.strictObject({ days: z.number().int(), hour: z.number().int().min(0).max(23) })
const Text = z.strictObject({ title: z.string(), text: z.string() })

const Announced = z.strictObject({
  kind: z.enum(['maintenance', 'news']),
  from: Moment,
  until: Moment,
  withdrawn: days.optional(),
  isPublic: z.boolean(),
  cities: z.array(z.string()).nullable(),
  texts: z.strictObject({ fr: Text, en: Text.optional(), es: Text.optional(), ar: Text.optional() }),
})

const Ticket = z.strictObject({
  subject: z.string(),
  said: z.array(z.strictObject({ side: z.enum(['city', 'operator']), ago: days, body: z.string() })).min(1),
  /** From when until when the operator may look, and what they looked at. */
  access: z.strictObject({ from: days, until: days, seen: z.array(z.string()) }).optional(),
  closed: days.optional(),
})

const City = z.strictObject({
  since: days,
  means: z.strictObject({
    ago: days,
    storage: z.number().int(),
    letters: z.number().int(),
    ideas: z.number().int(),
  }),
  /** An alias that the DNS no longer says is the city's, and since when. */
  failingHost: z.strictObject({ host: z.string(), ago: days }).optional(),
  tickets: z.array(Ticket),
})

/** What whoever runs the demo's platform has said, settled and been asked before it is first opened. */
export const platform = z
  .strictObject({
    announcements: z.array(Announced),
    cities: z.record(z.string(), City),
    /** A city that was begun and waits for the rest of its answers. */
    begun: z.strictObject({ commune: z.string(), ago: days, answers: z.record(z.string(), z.unknown()) }),
  })
  .parse(written)

export type DemoMoment = z.output<typeof Moment>
export type DemoAnnouncement = z.output<typeof Announced>
export type DemoTicket = z.output<typeof Ticket>
export type DemoCityCare = z.output<typeof City>
