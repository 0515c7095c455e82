import type { Planned, Version } from '../../tenancy/versions/plan/rules'
import type { Problem } from '../../tenancy/versions/rules'
import type { ThemeProblem } from '../../theme/rules'

export function originWords({ version, author, note, publishedAt }: Version): string {
  const when = publishedAt.toISOString().slice(0, 16).replace('T', ' ')
  return `version ${version}, ${when} UTC, by ${author}${note ? ` (${note})` : ''}`
}

export function planWords(city: string, planned: Planned[]): string {
  const lines = planned.map((change) => {
    const drift = change.drifted ? `\n    last decided elsewhere: ${originWords(change.from)}` : ''
    return `  ${change.at}: ${changeWords(change)}${drift}`
  })
  return [`${city}:`, ...lines].join('\n')
}

function changeWords({ before, after }: Planned): string {
  if (before === undefined) return `added, ${valueWords(after)}`
  if (after === undefined) return `removed, it was ${valueWords(before)}`
  return `${valueWords(before)} → ${valueWords(after)}`
}

/** A value in one line, however large. */
export function valueWords(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 97)}… (${text.length} characters)` : text
}

export function problemWords(contradictions: Problem[], unreadable: ThemeProblem[]): string[] {
  return [
    ...contradictions.map(({ at, problem }) => `  ${at}: ${problem}`),
    ...unreadable.map(
      ({ choice, scheme, front, behind, ratio, needed, proposal }) =>
        `  theme.${choice}: ${front} on ${behind} (${scheme}) has a contrast of ${ratio}, ${needed} is needed` +
        (proposal ? `; the nearest that passes is ${proposal}` : ''),
    ),
  ]
}
