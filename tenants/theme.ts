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

/** How a city looks: two colours, a pair of fonts, a layout; the kit derives the rest. */
export const Theme = z.strictObject({
  brand: hex,
  accent: hex,
  fonts: z.enum(fontPairs).default('public-sans'),
  hero: z.enum(heroes).default('band'),
  /** Seeds the signature, the geometric band that is this city's alone. */
  seed: z.string().min(1).max(40),
  /** One or two letters or an emblem path under the city's media; shown beside the name. */
  monogram: z.string().min(1).max(3),
})
export type Theme = z.output<typeof Theme>
