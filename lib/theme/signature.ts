import type { Theme } from '../../tenants/theme'
import { tokensOf } from './tokens'

/** How strongly a shape of the band stands out: most of it is quiet, little of it speaks. */
export const tones = ['soft', 'strong', 'spark'] as const
export type Tone = (typeof tones)[number]
export type Signature = { width: number; height: number; layers: Record<Tone, string> }

const cell = 12
const columns = 6
const rows = 3

type Chance = () => number
type Draw = (x: number, y: number, chance: Chance) => string

const pick = <One>(chance: Chance, ...choices: One[]): One => choices[Math.floor(chance() * choices.length)]!

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`

/** Families of geometry. A seed chooses one, and what stands where in it. */
const families: readonly Draw[] = [
  // Quays: quarters of a disc, turned any way.
  (x, y, chance) =>
    pick(
      chance,
      `M${x} ${y}h12a12 12 0 0 1-12 12z`,
      `M${x + 12} ${y}v12a12 12 0 0 1-12-12z`,
      `M${x + 12} ${y + 12}h-12a12 12 0 0 1 12-12z`,
      `M${x} ${y + 12}v-12a12 12 0 0 1 12 12z`,
    ),
  // Roofs: gables and slopes seen from a hill.
  (x, y, chance) =>
    pick(
      chance,
      `M${x} ${y + 12}l6-12 6 12z`,
      `M${x} ${y + 12}v-12l12 12z`,
      `M${x + 12} ${y + 12}v-12l-12 12z`,
    ),
  // Bay: waves two by two, hulls and suns.
  (x, y, chance) =>
    pick(
      chance,
      `M${x} ${y + 6}a6 6 0 0 1 12 0zm0 6a6 6 0 0 1 12 0z`,
      `M${x} ${y}a6 6 0 0 0 12 0zm0 6a6 6 0 0 0 12 0z`,
      circle(x + 6, y + 6, 6),
    ),
  // Star tiles: stars with eight points, diamonds, four petals.
  (x, y, chance) =>
    pick(
      chance,
      `M${x + 2} ${y + 2}h8v8h-8zM${x + 6} ${y}l6 6-6 6-6-6z`,
      `M${x + 6} ${y}l6 6-6 6-6-6z`,
      `M${x + 6} ${y}q0 6 6 6q-6 0-6 6q0-6-6-6q6 0 6-6z`,
    ),
  // Fields: furrows along, furrows across, the round of a hill.
  (x, y, chance) =>
    pick(
      chance,
      `M${x} ${y + 1}h12v2h-12zm0 4h12v2h-12zm0 4h12v2h-12z`,
      `M${x + 1} ${y}v12h2v-12zm4 0v12h2v-12zm4 0v12h2v-12z`,
      `M${x} ${y + 12}v-12a12 12 0 0 1 12 12z`,
    ),
  // Paving: setts laid along, across and whole.
  (x, y, chance) =>
    pick(
      chance,
      `M${x} ${y}h11v5h-11zm0 6h11v5h-11z`,
      `M${x} ${y}h5v11h-5zm6 0h5v11h-5z`,
      `M${x} ${y}h11v11h-11z`,
    ),
]

/** The band that is one city's alone: a tile a few hundred bytes long, to be repeated. The same seed, the same band. */
export function signatureOf(seed: string): Signature {
  const chance = chanceFrom(seed)
  const draw = families[familyOf(seed)]!
  const layers: Record<Tone, string> = { soft: '', strong: '', spark: '' }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const tone = pick<Tone | null>(chance, 'soft', 'soft', 'soft', 'strong', 'strong', 'spark', null)
      const shape = draw(column * cell, row * cell, chance)
      if (tone) layers[tone] += shape
    }
  return { width: columns * cell, height: rows * cell, layers }
}

export function familyOf(seed: string): number {
  return (hashOf(`${seed}=line`) >>> 8) % families.length
}

/** The band as a file of its own, for what is printed, sent or shared: colours written out, any size. */
export function signatureSvg(
  theme: Theme,
  { width, height, scale = 2 }: { width: number; height: number; scale?: number },
): string {
  const { width: w, height: h, layers } = signatureOf(theme.seed)
  const light = tokensOf(theme, 'light')
  const colours = { soft: light['action-tint'], strong: light.action, spark: light.accent }
  const paths = tones.map((tone) => `<path fill="${colours[tone]}" d="${layers[tone]}"/>`).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><pattern id="s" width="${w}" height="${h}" ` +
    `patternUnits="userSpaceOnUse" patternTransform="scale(${scale})">${paths}</pattern>` +
    `<rect width="${width}" height="${height}" fill="url(#s)"/></svg>`
  )
}

function hashOf(seed: string): number {
  let hash = 2166136261
  for (const byte of Buffer.from(seed)) hash = Math.imul(hash ^ byte, 16777619) >>> 0
  return hash
}

function chanceFrom(seed: string): Chance {
  let state = hashOf(`${seed}/band`)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
