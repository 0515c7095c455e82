import { z } from 'zod'
import { Rules } from '../rules'
import { locales, Localized, Word } from '../tenant'
import { fontPairs, heroes } from '../theme'

const whole = z.record(z.enum(locales), z.string().min(1))
const Named = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: whole })

/** What a new city starts from. Everything said to people is there in every language, so that any city may take it. */
export const Blueprint = z.strictObject({
  id: z.string(),
  /** Up to how many inhabitants it is the one proposed. */
  upTo: z.number().int().nullable(),
  /** `{city}` is where the name goes. */
  platformNames: z.strictObject({ decider: whole, agir: whole }),
  idea: z.record(z.enum(locales), Word),
  districtWord: whole,
  wholeCity: whole,
  themes: z.array(Named.extend({ icon: z.string() })).min(1),
  departments: z.array(Named),
  look: z.strictObject({ fonts: z.enum(fontPairs), hero: z.enum(heroes) }),
  rules: Rules.omit({ threshold: true, duration: true }).partial(),
  months: z.number().int(),
  director: whole,
  hostedBy: whole,
  samples: z.array(z.strictObject({ theme: z.string(), title: whole, body: whole })),
})
export type Blueprint = z.output<typeof Blueprint>
export type Texts = z.output<typeof Localized>
