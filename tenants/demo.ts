import { z } from 'zod'
import belleville from './belleville/demo.json'
import filesOfBelleville from './belleville/files.json'
import marsa from './marsa/demo.json'
import filesOfMarsa from './marsa/files.json'
import paris from './paris/demo.json'
import filesOfParis from './paris/files.json'
import puertoClaro from './puerto-claro/demo.json'
import filesOfPuertoClaro from './puerto-claro/files.json'

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
  /** What lies between two. */
  second: z.string().optional(),
  address: z.string().optional(),
  /** A drawing the product makes, and what it shows. */
  image: z.strictObject({ scene: z.enum(['trees', 'street', 'water']), alt: z.string() }).optional(),
}

const DemoIdea = z.discriminatedUnion('stage', [
  z.strictObject({
    stage: z.literal('open'),
    ...text,
    ...gathered,
    left: days,
    /** Which of the people one can sign in as wrote it. */
    actor: z.number().int().min(0).max(2).optional(),
  }),
  z.strictObject({ stage: z.literal('reached'), ...text, ago: days, extra: z.number().int().min(0) }),
  z.strictObject({ stage: z.literal('certified'), ...text, ago: days, extra: z.number().int().min(0) }),
  z.strictObject({ stage: z.literal('expired'), ...text, ...gathered, ago: days }),
  z.strictObject({ stage: z.literal('withdrawn'), ...text, ...gathered, ago: days }),
  z.strictObject({ stage: z.literal('submitted'), ...text, ago: days }),
  z.strictObject({ stage: z.literal('refused'), ...text, ago: days, code: z.string(), text: z.string() }),
])
export type DemoIdea = z.output<typeof DemoIdea>

const scene = z.enum(['trees', 'street', 'water'])
const holding = z.strictObject({ holds: z.enum(['yes', 'partly', 'no']), note: z.string() })

/** What the city did with an idea that reached its threshold, each thing so many days ago. */
const DemoFile = z.strictObject({
  department: z.string(),
  taken: days,
  admitted: z.strictObject({ ago: days, text: z.string() }).optional(),
  notes: z.array(z.strictObject({ ago: days, body: z.string() })).default([]),
  questions: z
    .array(
      z.strictObject({
        ago: days,
        body: z.string(),
        answer: z.string().optional(),
        answeredAgo: days.optional(),
      }),
    )
    .default([]),
  /** In the city's money, whole. */
  study: z
    .strictObject({
      criteria: z.record(z.string(), holding),
      costLow: z.number(),
      costHigh: z.number(),
      running: z.number().optional(),
    })
    .optional(),
  /** Without a day it is not signed yet. */
  opinion: z
    .strictObject({
      ago: days.optional(),
      name: z.string().optional(),
      title: z.string().optional(),
      decision: z.enum(['favourable', 'partial', 'unfavourable']),
      understood: z.string(),
      competence: z.string(),
      cost: z.string(),
      legalFrame: z.string(),
      alternatives: z.string(),
      reasons: z.string().min(300),
      next: z.string(),
      nextAgo: days.optional(),
      nextIn: days.optional(),
    })
    .optional(),
  milestones: z
    .array(
      z.strictObject({
        kind: z.enum([
          'planned',
          'deliberation',
          'budget',
          'contract',
          'works',
          'news',
          'delivered',
          'abandoned',
        ]),
        ago: days,
        body: z.string(),
        reference: z.string().optional(),
        url: z.string().optional(),
        scene: scene.optional(),
        alt: z.string().optional(),
      }),
    )
    .default([]),
  /** The consultation in which it goes on, by its title. */
  became: z.strictObject({ ago: days, into: z.string() }).optional(),
})
export type DemoFile = z.output<typeof DemoFile>

/** What a demo city has lived through before it is first opened. Days are counted back from that moment. */
const Demo = z.strictObject({
  earlier: z.array(z.strictObject({ ago: days, ideas: z.record(z.string(), z.json()), reason: z.string() })),
  /** Why the rules in force replaced the earlier ones, and how long ago. */
  reason: z.string(),
  since: days,
  names: z.array(z.string()).min(2),
  ideas: z.array(DemoIdea),
  /** By the title of the idea. */
  files: z.record(z.string(), DemoFile).default({}),
})
export type Demo = z.output<typeof Demo>

export const demos: Record<string, Demo> = {
  paris: Demo.parse({ ...paris, files: filesOfParis }),
  belleville: Demo.parse({ ...belleville, files: filesOfBelleville }),
  'puerto-claro': Demo.parse({ ...puertoClaro, files: filesOfPuertoClaro }),
  marsa: Demo.parse({ ...marsa, files: filesOfMarsa }),
}
