import type { Theme } from '../../tenants/theme'
import { contrast, nearestShade, shadeOf } from './colour'
import { type Scheme, type Token, tokensOf } from './tokens'

const text = 4.5
const shape = 3

/** Every pair that meets on a screen: what is in front, what is behind, and how far apart they must be (WCAG 2.2). */
export const pairs: readonly { front: Token; behind: Token; needed: number }[] = [
  ...on(['paper', 'tint'], text, ['ink', 'muted', 'link', 'link-hover', 'success', 'warn', 'danger']),
  ...on(['paper', 'tint'], shape, ['action', 'action-hover', 'accent', 'control', 'focus']),
  ...on(['deep'], text, ['on-deep', 'on-deep-muted']),
  ...on(['deep', 'action-tint', 'accent-tint'], shape, ['focus']),
  ...on(['action', 'action-hover'], text, ['on-action']),
  ...on(['action-tint'], text, ['ink', 'on-action-tint', 'link', 'link-hover']),
  ...on(['accent'], text, ['on-accent']),
  ...on(['accent-tint'], text, ['ink', 'on-accent-tint']),
  ...on(['disabled'], text, ['on-disabled', 'muted']),
  ...on(['success-tint'], text, ['ink', 'success']),
  ...on(['warn-tint'], text, ['ink', 'warn']),
  ...on(['danger-tint'], text, ['ink', 'danger']),
  ...on(['danger', 'danger-hover'], text, ['on-danger']),
]

function on(grounds: Token[], needed: number, fronts: Token[]) {
  return grounds.flatMap((behind) => fronts.map((front) => ({ front, behind, needed })))
}

export type ThemeProblem = {
  /** The colour to change, and the shade nearest to it with which every pair passes; null when none does. */
  choice: 'brand' | 'accent'
  proposal: string | null
  scheme: Scheme
  front: Token
  behind: Token
  ratio: number
  needed: number
}
type Colours = Pick<Theme, 'brand' | 'accent'>

/** Why these two colours cannot be published, pair by pair; nothing when every pair can be read. */
export function themeProblems(colours: Colours): ThemeProblem[] {
  const failing = failingPairs(colours)
  const proposals = { brand: proposalFor(colours, 'brand'), accent: proposalFor(colours, 'accent') }
  return failing.map((pair) => ({ ...pair, choice: choiceOf(pair), proposal: proposals[choiceOf(pair)] }))
}

function failingPairs(colours: Colours) {
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const tokens = tokensOf(colours, scheme)
    return pairs.flatMap(({ front, behind, needed }) => {
      const ratio = contrast(tokens[front], tokens[behind])
      return ratio < needed ? [{ scheme, front, behind, needed, ratio: Math.floor(ratio * 100) / 100 }] : []
    })
  })
}

const choiceOf = ({ front, behind }: { front: Token; behind: Token }) =>
  [front, behind].some((token) => token.includes('accent') || token === 'focus') ? 'accent' : 'brand'

function proposalFor(colours: Colours, choice: 'brand' | 'accent'): string | null {
  const passes = (hex: string) =>
    !failingPairs({ ...colours, [choice]: hex }).some((pair) => choiceOf(pair) === choice)
  return passes(colours[choice]) ? null : nearestShade(shadeOf(colours[choice]), passes)
}
