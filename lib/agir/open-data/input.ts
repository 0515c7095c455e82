import { z } from 'zod'
import { activityKinds } from '../activities/rules'
import { dateStates } from '../dates/rules'
import { readCursor } from '../finding/input'
import { distances, type Preset, presets } from '../finding/rules'

const moments = Object.keys(presets) as [Preset, ...Preset[]]
const several = (name: string) =>
  z
    .string()
    .max(400)
    .describe(`One ${name} or several, separated by commas.`)
    .transform((text) => text.split(',').filter(Boolean))
    .optional()

export const ActivityQuery = z
  .object({
    q: z.string().max(100).describe('Words to search, accents and typing mistakes allowed.').optional(),
    when: z.enum(moments).describe('In the days of the city.').optional(),
    from: z.iso.date().describe('From this day on; replaces `when`.').optional(),
    until: z.iso.date().describe('Up to this day, included; replaces `when`.').optional(),
    theme: several('theme'),
    district: several('district code'),
    kind: z.enum(activityKinds).optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
    lon: z.coerce.number().min(-180).max(180).optional(),
    radius: z.coerce
      .number()
      .pipe(z.literal([...distances]))
      .describe('In metres, around `lat` and `lon`.')
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(200).describe('The `next` of the page before, as it was given.').optional(),
  })
  .refine(({ cursor }) => cursor === undefined || readCursor(cursor, 'soon') !== null, {
    path: ['cursor'],
    error: 'not_a_cursor_of_this_order',
  })

const instant = z.iso.datetime()
const count = z.number().int().min(0)

export const ActivitySummary = z.object({
  id: z.uuid(),
  url: z.url(),
  kind: z.enum(activityKinds),
  title: z.string(),
  summary: z.string(),
  locale: z.string(),
  themes: z.array(z.string()),
  organisation: z.string().nullable().describe('Null when a person alone announces it.'),
  place: z.string().nullable(),
  district: z.string().nullable(),
  next: z
    .object({
      id: z.uuid(),
      startsAt: instant,
      endsAt: instant,
      timeZone: z.string(),
      state: z.enum(dateStates),
    })
    .nullable()
    .describe('The next date that passes the filters; null for a need that lasts.'),
  laterDates: count,
  placesLeft: count.nullable().describe('On that date, as it was a moment ago; null without limit.'),
})

export const ActivityPage = z.object({
  activities: z
    .array(ActivitySummary)
    .describe('The soonest first; at most two of one organiser on a page, as on the site.'),
  count,
  next: z.string().nullable().describe('Give it back as `cursor`; null on the last page.'),
})
