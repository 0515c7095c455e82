import { z } from 'zod'

/** The languages the product speaks. A city chooses some; the first is its own. */
export const locales = ['fr', 'en', 'es', 'ar'] as const
export type Locale = (typeof locales)[number]

/** A short text in each language of the city; `localized()` in lib/i18n falls back to the city's first. */
export const Localized = z.partialRecord(z.enum(locales), z.string().trim().min(1).max(2000))
export type Localized = z.output<typeof Localized>
