import { z } from 'zod'
import { type Locale, locales } from '../../../tenants/tenant'
import { plainText } from '../../text'

const nothing = z.literal('').transform(() => null)
const said = z.union([nothing, plainText({ min: 1, max: 2000 })]).optional()
const seen = z.string().max(2100).default('')

/** A sentence in the languages its form shows, and what it showed there: `said.fr`, `seen.fr`. */
export const SentenceInput = z
  .object({
    key: z.string().max(200),
    reset: z.literal('1').optional(),
    ...Object.fromEntries(locales.map((locale) => [`said.${locale}`, said])),
    ...Object.fromEntries(locales.map((locale) => [`seen.${locale}`, seen])),
  })
  .transform((form) => {
    const { key, reset, ...written } = form as unknown as Written
    const shown = locales.filter((locale) => `said.${locale}` in written)
    const texts = shown.map((locale) => [locale, reset ? null : (written[`said.${locale}`] ?? null)])
    const before = shown.map((locale) => [locale, written[`seen.${locale}`] ?? ''])
    return {
      key,
      texts: Object.fromEntries(texts) as Partial<Record<Locale, string | null>>,
      seen: Object.fromEntries(before) as Partial<Record<Locale, string>>,
    }
  })

type Written = { key: string; reset?: '1' } & Record<string, string | null | undefined>

/** What the list of sentences is asked for. */
export const SentencesAsked = z.object({
  q: z.string().trim().max(100).catch(''),
  langue: z.enum(locales).optional().catch(undefined),
  voir: z.enum(['ville']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
