import { z } from 'zod'
import { type FoundActivity, nothing } from '../found/input'

const cell = z.string().optional().default('')
const number = cell.transform((text) => {
  const read = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(read) ? read : null
})

/**
 * A row of a table: `id`, `title` and `text` are wanted, the rest is not. `dates` holds one or several, each a beginning
 * and an end: `2026-11-28T18:00/2026-11-28T20:00;2026-12-05T18:00/2026-12-05T20:00`.
 */
export const ActivityRow = z
  .object({
    id: z.string().trim().min(1),
    title: z.string(),
    text: z.string(),
    summary: cell,
    practical: cell,
    themes: cell,
    language: cell,
    place: cell,
    address: cell,
    latitude: number,
    longitude: number,
    dates: cell,
    until: cell,
    url: cell,
    registration: cell,
    price: cell,
    licence: cell,
  })
  .transform(({ text, themes, dates, registration, ...row }): FoundActivity => {
    const times = dates
      .split(';')
      .filter((pair) => pair.trim() !== '')
      .map((pair) => pair.trim().split('/'))
    return {
      ...nothing,
      ...row,
      kind: times.length > 0 ? 'event' : 'mission',
      summary: row.summary || text,
      body: text,
      subjects: [...themes.split(','), row.title],
      registerUrl: registration,
      times: times.map(([begins = '', ends = '']): [string, string] => [begins, ends]),
    }
  })
