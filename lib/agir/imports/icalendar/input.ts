import { z } from 'zod'
import { type FoundActivity, nothing } from '../found/input'
import { type CalendarRecord, timesOf, unescaped } from './rules'

const property = z.object({ value: z.string(), parameters: z.record(z.string(), z.string()) })

/** An event of a calendar, whichever program wrote it. */
export const CalendarEvent = z
  .record(z.string(), property)
  .refine((event) => event.UID && event.SUMMARY && event.DTSTART, {
    error: 'UID, SUMMARY and DTSTART are wanted',
  })
  .transform((event: CalendarRecord): FoundActivity => {
    const said = (name: string) => unescaped(event[name]?.value ?? '')
    const [latitude, longitude] = (event.GEO?.value ?? '').split(';').map(Number)
    const isPlaced = Number.isFinite(latitude) && Number.isFinite(longitude)
    return {
      ...nothing,
      id: said('UID'),
      kind: 'event',
      title: said('SUMMARY'),
      summary: said('DESCRIPTION') || said('SUMMARY'),
      body: said('DESCRIPTION') || said('SUMMARY'),
      subjects: [...said('CATEGORIES').split(','), said('SUMMARY')],
      language: '',
      place: said('LOCATION').split('\n')[0]!,
      address: said('LOCATION'),
      latitude: isPlaced ? latitude! : null,
      longitude: isPlaced ? longitude! : null,
      url: said('URL'),
      times: timesOf(event),
      removed: said('STATUS').toUpperCase() === 'CANCELLED',
    }
  })
