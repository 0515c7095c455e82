import type { Theme } from '../../../tenants/theme'
import { signatureOf, tones } from '../../theme/signature'
import { tokensOf } from '../../theme/tokens'

export const size = { width: 1200, height: 630 } as const

type Said = {
  theme: Theme
  platform: string
  title: string
  count: string
  /** How full the bar is, from 0 to 1; null when there is no threshold. */
  share: number | null
  rightToLeft: boolean
  /** The city's emblem as a PNG in a data address, where it has one. */
  emblem?: Drawn
}
export type Drawn = { href: string; width: number; height: number }

const margin = 72
const lineLength = 34
const family = "'IBM Plex Sans', 'IBM Plex Sans Arabic'"

/** What is seen of an idea where its link is shared: the city's band, the title, how far it has come. */
export function shareDrawing({ theme, platform, title, count, share, rightToLeft, emblem }: Said): string {
  const colours = tokensOf(theme, 'light')
  const { width, height } = size
  const lines = linesOf(title, lineLength, 4)
  const from = rightToLeft ? width - margin : margin
  const text = (y: number, fontSize: number, fill: string, weight: number, words: string) =>
    `<text x="${from}" y="${y}" ${rightToLeft ? 'direction="rtl" ' : ''}font-family="${family}" font-size="${fontSize}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`
  const bar = width - margin * 2
  const full = Math.round(bar * Math.min(1, share ?? 0))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    band(theme, colours),
    emblem ? emblemAt(emblem, rightToLeft) : '',
    text(190, 34, colours.muted, 400, platform),
    ...lines.map((line, index) => text(268 + index * 72, 60, colours.ink, 700, line)),
    ...(share === null
      ? []
      : [
          `<rect x="${margin}" y="566" width="${bar}" height="20" rx="10" fill="${colours.line}"/>`,
          `<rect x="${rightToLeft ? width - margin - full : margin}" y="566" width="${full}" height="20" rx="10" fill="${colours.action}"/>`,
        ]),
    text(544, 40, colours.ink, 700, count),
    '</svg>',
  ].join('')
}

function band(theme: Theme, colours: ReturnType<typeof tokensOf>): string {
  const { width, height, layers } = signatureOf(theme.seed)
  const fills = { soft: colours['action-tint'], strong: colours.action, spark: colours.accent }
  const paths = tones.map((tone) => `<path fill="${fills[tone]}" d="${layers[tone]}"/>`).join('')
  return (
    `<pattern id="s" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="scale(3)">${paths}</pattern>` +
    `<rect width="${size.width}" height="108" fill="url(#s)"/>`
  )
}

/** At the end of the line that names the platform, no larger than it may be there. */
function emblemAt({ href, width, height }: Drawn, rightToLeft: boolean): string {
  const scale = Math.min(260 / width, 84 / height)
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)]
  const x = rightToLeft ? margin : size.width - margin - wide
  return `<image x="${x}" y="${136 + Math.round((84 - high) / 2)}" width="${wide}" height="${high}" href="${escaped(href)}"/>`
}

/** Words laid in lines of about so many letters; what does not fit ends in an ellipsis. */
export function linesOf(text: string, longest: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > longest ? `${word.slice(0, longest - 1)}…` : word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, longest - 1)}…`]
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
