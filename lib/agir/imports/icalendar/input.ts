import { z } from 'zod'
import { type FoundActivity, nothing } from '../found/input'
import { type CalendarRecord, lastOf, unescaped } from './rules'
import { timesOf } from './times/rules'

const properties = z.record(
  z.string(),
  z.array(z.object({ value: z.string(), parameters: z.record(z.string(), z.string()) })),
)

/** An event of a calendar, whichever program wrote it. */
export const CalendarEvent = z
  .object({ said: properties, apart: z.array(properties) })
  .refine(({ said }) => said.UID && said.SUMMARY && said.DTSTART, {
    error: 'UID, SUMMARY and DTSTART are wanted',
  })
  .transform((event: CalendarRecord): FoundActivity => {
    const said = (name: string) => unescaped(lastOf(event.said, name)?.value ?? '')
    const [latitude, longitude] = said('GEO').split(';').map(Number)
    const categories = event.said.CATEGORIES ?? []
    const isPlaced = Number.isFinite(latitude) && Number.isFinite(longitude)
    return {
      ...nothing,
      id: said('UID'),
      kind: 'event',
      title: said('SUMMARY'),
      summary: said('DESCRIPTION') || said('SUMMARY'),
      body: said('DESCRIPTION') || said('SUMMARY'),
      subjects: [...categories.flatMap(({ value }) => unescaped(value).split(',')), said('SUMMARY')],
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
