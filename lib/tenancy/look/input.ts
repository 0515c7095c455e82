import { z } from 'zod'
import { fontPairs, headers, heroes, type Theme } from '../../../tenants/theme'
import type { Locale } from '../../../tenants/tenant'
import { lineOfText } from '../../text'
import { themeProblems } from '../../theme/rules'
import { colourForm, colourOf } from './rules'

const colour = z.string().trim().regex(colourForm, 'colour_code').transform(colourOf)
const rowVersion = z.coerce.number().int().min(0)

/** Says of each colour that cannot be read everywhere which one can. */
export function readable(colours: Pick<Theme, 'brand' | 'accent'>, context: z.RefinementCtx): void {
  for (const { choice, proposal } of themeProblems(colours)) {
    const message = proposal ? 'unreadable_colour' : 'colour_unreadable'
    context.addIssue({ code: 'custom', path: [choice], message, params: { said: { named: proposal } } })
  }
}

/** Colours that cannot be read are refused where they are written, never kept. */
export const LookInput = z
  .object({
    rowVersion,
    brand: colour,
    accent: colour,
    fonts: z.enum(fontPairs),
    header: z.enum(headers),
    hero: z.enum(heroes),
    seed: lineOfText({ min: 1, max: 40 }),
    monogram: lineOfText({ min: 1, max: 3 }),
  })
  .superRefine(readable)

export const drawing = z.instanceof(File).transform((file) => (file.size > 0 ? file : null))

export const logoWords = lineOfText({ min: 2, max: 120 })

/** A logo without words is nothing to who does not see it: they are asked for in each language of the city. */
export const LogoInput = ({ tenant }: { tenant: { locales: readonly Locale[] } }) =>
  z.object({
    rowVersion,
    light: drawing,
    dark: drawing,
    ...altsOf(tenant.locales),
  })

export const NoLogoInput = z.object({ rowVersion })

type Alts = Partial<Record<`alt-${Locale}`, ReturnType<typeof lineOfText>>>

function altsOf(locales: readonly Locale[]): Alts {
  return Object.fromEntries(locales.map((locale) => [`alt-${locale}`, logoWords]))
}
