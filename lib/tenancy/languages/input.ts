import { z } from 'zod'
import { locales } from '../../../tenants/tenant'
import { languageActs } from './rules'

export const LanguageInput = z.object({
  act: z.enum(languageActs),
  locale: z.enum(locales),
  rowVersion: z.coerce.number().int().min(0),
})

/** What the page is asked to explain before it is done. */
export const LanguageAsked = z.object({
  ajouter: z.enum(locales).optional().catch(undefined),
  retirer: z.enum(locales).optional().catch(undefined),
  premiere: z.enum(locales).optional().catch(undefined),
  fait: z
    .enum(['garde', ...languageActs])
    .optional()
    .catch(undefined),
})
