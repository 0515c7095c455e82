import { z } from 'zod'

const hex = z.string().regex(/^#[0-9a-f]{6}$/)

/** Pairs of families that ship with the product: titles and text. */
export const fontPairs = [
  'public-sans',
  'source',
  'atkinson',
  'inter-fraunces',
  'plex',
  'bricolage-inter',
  'montserrat-source',
] as const

export const heroes = ['band', 'split', 'map'] as const

/** How the top of each page is laid out: in one line, the name above the navigation, or on the dark ground of the brand. */
export const headers = ['line', 'stacked', 'deep'] as const

/** A drawing of the city's emblem, as the product drew it again: its picture, and its lines where it had any. */
const Emblem = z.strictObject({
  file: z.string().regex(/^[A-Za-z0-9_-]{22}\.webp$/),
  vector: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}\.svg$/)
    .optional(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
export type Emblem = z.output<typeof Emblem>

/** How a city looks: two colours, a pair of fonts, a layout; the kit derives the rest. */
export const Theme = <Text extends z.ZodType>(Text: Text) =>
  z.strictObject({
    brand: hex,
    accent: hex,
    fonts: z.enum(fontPairs).default('public-sans'),
    header: z.enum(headers).default('line'),
    hero: z.enum(heroes).default('band'),
    /** Seeds the signature, the geometric band that is this city's alone. */
    seed: z.string().min(1).max(40),
    /** One to three letters shown beside the name where there is no logo, and on the icon. */
    monogram: z.string().min(1).max(3),
    /** What is drawn on light grounds, on dark ones when that is another drawing, and what it says to who does not see it. */
    logo: z.strictObject({ light: Emblem, dark: Emblem.optional(), alt: Text }).optional(),
  })

type Localized = Partial<Record<'fr' | 'en' | 'es' | 'ar', string>>
export type Theme = z.output<ReturnType<typeof Theme<z.ZodType<Localized>>>>
