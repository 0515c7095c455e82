import { z } from 'zod'
import belleville from './belleville/lives.json'
import marsa from './marsa/lives.json'
import paris from './paris/lives.json'
import puertoClaro from './puerto-claro/lives.json'

const ago = z.number().positive()
const pair = z.strictObject({ source: z.string(), target: z.string(), reason: z.string().min(30), ago })
const reason = z.string().min(30)
const wave = z.strictObject({ idea: z.string(), ago, voices: z.number().int().min(101), reason })
const Lives = z.strictObject({
  /** Two texts that joined, and two that are asked to. */
  merged: pair,
  proposed: pair,
  /** One text of which two were made, and one that ran out and was tried again. */
  split: z.strictObject({ whole: z.string(), part: z.string() }),
  again: z.strictObject({ earlier: z.string(), later: z.string() }),
  seeking: z.strictObject({ idea: z.string(), ago }),
  taken: z.strictObject({ idea: z.string(), text: z.string().min(30), ago }),
  prolonged: z.strictObject({ idea: z.string(), text: z.string().min(30), ago, days: z.number().int() }),
  suspended: z.strictObject({ idea: z.string(), text: z.string().min(30), ago }),
  /** A wave that is being looked at, and one that was taken out of the count. */
  burst: wave,
  takenOut: wave,
  /** Whose voices are set aside, and who disagrees; and about whom it was only asked. */
  barred: z.strictObject({ reason, ago, appeal: z.string().min(30), appealedAgo: ago }),
  asked: z.strictObject({ reason, ago }),
  /** A text that the law may take away: one has asked, the other role has still to agree. */
  removal: z.strictObject({ idea: z.string(), ago, legal: z.string().min(5), reason }),
  /** Why files of personal data were asked for: one was fetched, the other never. */
  extracted: z.strictObject({ reason, ago }),
  unfetched: z.strictObject({ reason, ago }),
})
export type DemoLives = z.output<typeof Lives>

/** What has happened to some ideas of the demo between themselves, before it is first opened. */
export const lives: Record<string, DemoLives> = {
  paris: Lives.parse(paris),
  belleville: Lives.parse(belleville),
  'puerto-claro': Lives.parse(puertoClaro),
  marsa: Lives.parse(marsa),
}
