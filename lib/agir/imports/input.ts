import type { z } from 'zod'
import { CityAgenda, OpenAgenda } from './events/input'
import type { FoundActivity } from './found/input'
import { CalendarEvent } from './icalendar/input'
import { Mission } from './missions/input'
import { ActivityRow } from './rows/input'

export const activityFormats = [
  'openagenda-json',
  'que-faire-json',
  'missions-json',
  'ics',
  'activities-csv',
] as const
export type ActivityFormat = (typeof activityFormats)[number]

export const activityRecords: Record<ActivityFormat, z.ZodType<FoundActivity>> = {
  'openagenda-json': OpenAgenda,
  'que-faire-json': CityAgenda,
  'missions-json': Mission,
  ics: CalendarEvent,
  'activities-csv': ActivityRow,
}

/** The records of a file, in whichever of the usual wrappings they come. Null when it holds no list. */
export function recordsIn(whole: unknown): unknown[] | null {
  if (Array.isArray(whole)) return whole
  if (typeof whole !== 'object' || whole === null) return null
  const lists = ['records', 'results', 'data', 'events'].map(
    (name) => (whole as Record<string, unknown>)[name],
  )
  return lists.find((list) => Array.isArray(list)) ?? null
}
