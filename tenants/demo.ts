import { z } from 'zod'
import belleville from './belleville/demo.json'
import marsa from './marsa/demo.json'
import paris from './paris/demo.json'
import puertoClaro from './puerto-claro/demo.json'

const days = z.number().nonnegative()
/** Part of the threshold, or a number of supports. */
const gathered = {
  share: z.number().positive().max(1).optional(),
  supports: z.number().int().min(0).optional(),
}
const text = {
  title: z.string(),
  body: z.string(),
  theme: z.string(),
  district: z.string(),
  address: z.string().optional(),
  /** A drawing the product makes, and what it shows. */
  image: z.strictObject({ scene: z.enum(['trees', 'street', 'water']), alt: z.string() }).optional(),
}

const DemoIdea = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('open'), ...text, ...gathered, left: days }),
  z.strictObject({ stage: z.literal('reached'), ...text, ago: days, extra: z.number().int().min(0) }),
  z.strictObject({ stage: z.literal('certified'), ...text, ago: days, extra: z.number().int().min(0) }),
  z.strictObject({ stage: z.literal('expired'), ...text, ...gathered, ago: days }),
  z.strictObject({ stage: z.literal('withdrawn'), ...text, ...gathered, ago: days }),
  z.strictObject({ stage: z.literal('submitted'), ...text, ago: days }),
  z.strictObject({ stage: z.literal('refused'), ...text, ago: days, code: z.string(), text: z.string() }),
])
export type DemoIdea = z.output<typeof DemoIdea>

/** What a demo city has lived through before it is first opened. Days are counted back from that moment. */
const Demo = z.strictObject({
  earlier: z.array(z.strictObject({ ago: days, ideas: z.record(z.string(), z.json()), reason: z.string() })),
  /** Why the rules in force replaced the earlier ones, and how long ago. */
  reason: z.string(),
  since: days,
  names: z.array(z.string()).min(2),
  ideas: z.array(DemoIdea),
})
export type Demo = z.output<typeof Demo>

export const demos: Record<string, Demo> = {
  paris: Demo.parse(paris),
  belleville: Demo.parse(belleville),
  'puerto-claro': Demo.parse(puertoClaro),
  marsa: Demo.parse(marsa),
}
