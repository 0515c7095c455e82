import { z } from 'zod'
import belleville from './belleville/exchanges.json'
import marsa from './marsa/exchanges.json'
import paris from './paris/exchanges.json'
import puertoClaro from './puerto-claro/exchanges.json'

/** So many hours before the demo is first opened. */
const ago = z.number().positive()
const Said = z.strictObject({ side: z.enum(['person', 'team']), ago, body: z.string() })
/** Which of the people one can sign in as. */
const who = z.number().int().min(0).max(2)

const Exchanges = z.strictObject({
  /** Somebody comes to the first date of an activity, and writes with those who organise it. */
  place: z.strictObject({ activity: z.string(), who, said: z.array(Said).min(2) }),
  question: z.strictObject({ activity: z.string(), who, said: z.array(Said).min(1) }),
  /** What those who come to the place above were told. */
  announcement: z.strictObject({ ago, body: z.string() }),
  /** What the city's volunteers are asked, so many days after the demo is first opened. */
  call: z.strictObject({
    ...{ title: z.string(), body: z.string(), meeting: z.string(), district: z.string() },
    skills: z.array(z.string()),
    in: z.number().int().min(1).max(13),
    part: z.enum(['morning', 'afternoon', 'evening']),
    seats: z.number().int().min(1),
    /** The partner of the city in whose name, and how many come already. */
    by: z.string(),
    coming: z.number().int().min(0),
    /** Which of the people one can sign in as has not answered yet. */
    asked: who,
    /** What those who come were told since. */
    announcement: z.strictObject({ ago, body: z.string() }),
  }),
  /** What an organisation says is its own among what was imported, and what that source is called. */
  claim: z.strictObject({
    ...{ activity: z.string(), by: z.string(), said: z.string() },
    ...{ from: z.string(), url: z.url() },
  }),
})
export type DemoExchanges = z.output<typeof Exchanges>

/** What people and those who organise have said to each other before a demo city is first opened. */
export const exchangesOf: Record<string, DemoExchanges> = {
  paris: Exchanges.parse(paris),
  belleville: Exchanges.parse(belleville),
  'puerto-claro': Exchanges.parse(puertoClaro),
  marsa: Exchanges.parse(marsa),
}
