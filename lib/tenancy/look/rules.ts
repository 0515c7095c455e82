import { fontPairs, headers, heroes, type Theme } from '../../../tenants/theme'

export type Look = Omit<Theme, 'logo'>
export const lookKeys = ['brand', 'accent', 'fonts', 'header', 'hero', 'seed', 'monogram'] as const

export const colourForm = /^#?[0-9a-f]{6}$/i

/** `003A8C` or `#003a8c`, as one copies it from a graphic charter. */
export const colourOf = (written: string) => `#${written.trim().replace(/^#/, '').toLowerCase()}`

type Asked = Readonly<Record<string, string | string[] | undefined>>

/** The look somebody is trying out, said in an address; whatever in it cannot be is as it was. */
export function lookIn(asked: Asked, kept: Theme): Theme {
  const said = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' ? value.trim() : undefined
  }
  const one = <Choice extends string>(choices: readonly Choice[], name: string, otherwise: Choice) =>
    choices.find((choice) => choice === said(name)) ?? otherwise
  const colour = (name: 'brand' | 'accent') => {
    const written = said(name)
    return written && colourForm.test(written) ? colourOf(written) : kept[name]
  }
  return {
    ...kept,
    brand: colour('brand'),
    accent: colour('accent'),
    fonts: one(fontPairs, 'fonts', kept.fonts),
    header: one(headers, 'header', kept.header),
    hero: one(heroes, 'hero', kept.hero),
    seed: said('seed')?.slice(0, 40) || kept.seed,
    monogram: [...(said('monogram') ?? '')].slice(0, 3).join('') || kept.monogram,
    ...takenIn(said('take')),
  }
}

/** The shade that a press of its button takes: `brand:#1b4d89`. */
export function takenIn(said = ''): Partial<Pick<Theme, 'brand' | 'accent'>> {
  const [choice, proposal = ''] = said.split(':')
  const isTaken = colourForm.test(proposal) && (choice === 'brand' || choice === 'accent')
  return isTaken ? { [choice]: colourOf(proposal) } : {}
}
