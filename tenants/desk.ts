import { z } from 'zod'
import belleville from './belleville/desk.json'
import marsa from './marsa/desk.json'
import paris from './paris/desk.json'
import puertoClaro from './puerto-claro/desk.json'

/** What was said to and by a demo city's moderators before it is first opened. */
const DemoDesk = z.strictObject({
  reports: z
    .array(z.strictObject({ reason: z.string(), text: z.string(), hoursAgo: z.number().positive() }))
    .min(3),
  /** Why what was reported earlier stayed; what an author answers to a refusal; what another was asked to change. */
  kept: z.string().min(30),
  appeal: z.string().min(30),
  asked: z.string().min(30),
  /** Why two accounts are thought to be one person's. */
  twice: z.string().min(30),
  templates: z.array(
    z.strictObject({ title: z.string(), code: z.string().nullable(), body: z.string().min(30) }),
  ),
})
export type DemoDesk = z.output<typeof DemoDesk>

export const desks: Record<string, DemoDesk> = {
  paris: DemoDesk.parse(paris),
  belleville: DemoDesk.parse(belleville),
  'puerto-claro': DemoDesk.parse(puertoClaro),
  marsa: DemoDesk.parse(marsa),
}
