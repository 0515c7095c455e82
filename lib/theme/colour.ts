import { clampChroma, converter, formatHex, parse, wcagContrast } from 'culori'

const toOklch = converter('oklch')

export type Shade = { l: number; c: number; h: number }

export const shadeOf = (hex: string): Shade => {
  const { l, c, h } = toOklch(parse(hex)) ?? { l: 0, c: 0, h: 0 }
  return { l, c, h: h ?? 0 }
}

/** The nearest colour a screen can show: lightness and hue are kept, chroma gives way. */
export function hexOf({ l, c, h }: Shade): string {
  return formatHex(clampChroma({ mode: 'oklch', l: Math.min(1, Math.max(0, l)), c, h }, 'oklch'))
}

export const contrast = (one: string, other: string): number => wcagContrast(one, other)

/**
 * The shade of this hue, nearest to the one given, that satisfies the test; looked for lighter and darker in steps too
 * small to see. Null when no lightness does.
 */
export function nearestShade(from: Shade, passes: (hex: string) => boolean): string | null {
  for (let step = 0; step <= 200; step++) {
    for (const l of [from.l - step * 0.005, from.l + step * 0.005]) {
      if (l < 0 || l > 1) continue
      const hex = hexOf({ ...from, l })
      if (passes(hex)) return hex
    }
  }
  return null
}

/** The same hue, moved away from its grounds only as far as it takes to be read on every one of them. */
export function readableOn(
  grounds: readonly string[],
  from: Shade,
  ratio: number,
  towards: 'dark' | 'light',
): string {
  const sign = towards === 'dark' ? -1 : 1
  for (let step = 0; step <= 200; step++) {
    const hex = hexOf({ ...from, l: from.l + sign * step * 0.005 })
    if (grounds.every((ground) => contrast(hex, ground) >= ratio)) return hex
  }
  return towards === 'dark' ? '#000000' : '#ffffff'
}

export const best = (ground: string, ...choices: string[]): string =>
  choices.reduce((kept, one) => (contrast(one, ground) > contrast(kept, ground) ? one : kept))
