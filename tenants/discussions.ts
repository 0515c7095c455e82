import { z } from 'zod'
import belleville from './belleville/discussions.json'
import marsa from './marsa/discussions.json'
import paris from './paris/discussions.json'
import puertoClaro from './puerto-claro/discussions.json'

/** One of the demo's people by their place among the names, the idea's author, or an agent of the city. */
const by = z.union([z.number().int().min(0), z.enum(['author', 'moderator', 'instructor', 'signatory'])])
const said = {
  by,
  text: z.string().max(1000),
  ago: z.number().positive(),
  useful: z.number().int().min(0).default(0),
}
const DemoComment = z.strictObject({
  ...said,
  stance: z.enum(['for', 'against', 'question', 'neutral']),
  useless: z.number().int().min(0),
  /** Changed by its author, taken away by them, or news of the idea. */
  edited: z.boolean().default(false),
  removed: z.boolean().default(false),
  update: z.boolean().default(false),
  replies: z.array(z.strictObject(said)),
})
const Discussions = z.array(z.strictObject({ idea: z.string(), comments: z.array(DemoComment) }))
export type DemoComment = z.output<typeof DemoComment>
export type DemoDiscussion = z.output<typeof Discussions>[number]

/** What has been said under some ideas of the demo before it is first opened. */
export const discussions: Record<string, DemoDiscussion[]> = {
  paris: Discussions.parse(paris),
  belleville: Discussions.parse(belleville),
  'puerto-claro': Discussions.parse(puertoClaro),
  marsa: Discussions.parse(marsa),
}
