import { type DateState, leftOn, type Seats, takesPlace } from '../../dates/rules'
import { scheduleSaid } from '../../schedules/exchange/rules'
import type { AttendanceMode } from '../rules'

type Told = {
  title: string
  summary: string
  locale: string
  spoken: string[]
  attendance: AttendanceMode
  placeLabel: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  price: string | null
  organisation: { name: string } | null
  organiserName: string | null
  coming: {
    id: string
    scheduleId: string
    originalLocal: string
    startsLocal: string
    startsAt: Date
    endsAt: Date
    state: DateState
    placeLabel: string | null
    address: string | null
    positions: Seats[]
  }[]
}

type Series = Parameters<typeof scheduleSaid>[0] & { id: string }
type Page = { address: string; country: string }

const most = 20

/** What search engines read of an activity: what comes back, once, then each of its dates to come. */
export function activitySaid(activity: Told, series: Series[], page: Page): object[] {
  const said = series.flatMap((one) => seriesOf(activity, one, page) ?? [])
  return [...said, ...eventsOf(activity, page, new Set(said.map((one) => one['@id'])))]
}

/** A series with the rule by which it comes back. */
function seriesOf(activity: Told, series: Series, page: Page) {
  const own = activity.coming.filter(({ scheduleId }) => scheduleId === series.id)
  const dates = own.map((date) => ({ ...date, isOn: takesPlace(date.state) }))
  const schedule = scheduleSaid(series, dates)
  if (!schedule) return null
  const usual = { state: 'scheduled', placeLabel: null, address: null } as const
  return {
    '@type': 'EventSeries',
    '@id': seriesId(page, series.id),
    ...commonTo(activity, page),
    startDate: schedule.startDate,
    endDate: schedule.endDate,
    ...whereOf(activity, usual, page),
    eventSchedule: schedule,
  }
}

const seriesId = ({ address }: Page, id: string) => `${address}#series-${id}`

/** Each date to come as schema.org says it: whether it takes place, how one attends, how much room is left. */
function eventsOf(activity: Told, page: Page, said: Set<string>): object[] {
  return activity.coming.slice(0, most).map((date) => {
    const left = leftOn(date.positions)
    const series = seriesId(page, date.scheduleId)
    return {
      '@type': 'Event',
      '@id': `${page.address}#date-${date.id}`,
      ...commonTo(activity, page),
      startDate: date.startsAt.toISOString(),
      endDate: date.endsAt.toISOString(),
      eventStatus: `https://schema.org/${statuses[date.state]}`,
      ...whereOf(activity, date, page),
      ...(said.has(series) && { superEvent: { '@id': series } }),
      ...(left !== null && { remainingAttendeeCapacity: left }),
    }
  })
}

function commonTo({ title, summary, locale, spoken, price, ...activity }: Told, { address }: Page) {
  const { organisation, organiserName } = activity
  const organiser = organisation?.name ?? organiserName
  return {
    name: title,
    description: summary,
    url: address,
    inLanguage: spoken.length > 0 ? spoken : locale,
    ...(organiser && {
      organizer: { '@type': organisation ? 'Organization' : 'Person', name: organiser },
    }),
    ...(price !== '' && { isAccessibleForFree: price === null }),
  }
}

type Where = Pick<Told['coming'][number], 'state' | 'placeLabel' | 'address'>

function whereOf(activity: Told, date: Where, page: Page) {
  const mode = attendances[date.state === 'moved_online' ? 'online' : activity.attendance]
  return {
    eventAttendanceMode: `https://schema.org/${mode}`,
    location: locationsOf(activity, date, page),
  }
}

const statuses: Record<DateState, string> = {
  scheduled: 'EventScheduled',
  rescheduled: 'EventRescheduled',
  moved_online: 'EventMovedOnline',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
  done: 'EventScheduled',
}

const attendances: Record<AttendanceMode, string> = {
  on_site: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
}

/** The link to join by is told to those who are registered: what everyone reads leads to the page. */
function locationsOf(activity: Told, date: Where, { address, country }: Page) {
  const online = { '@type': 'VirtualLocation', url: address }
  const isOnline = activity.attendance === 'online' || date.state === 'moved_online'
  if (isOnline) return online
  const { latitude, longitude } = activity
  const isElsewhere = date.placeLabel !== null || date.address !== null
  const place = {
    '@type': 'Place',
    name: date.placeLabel ?? activity.placeLabel ?? undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: (isElsewhere ? date.address : activity.address) ?? undefined,
      addressCountry: country,
    },
    ...(!isElsewhere &&
      latitude !== null &&
      longitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  }
  return activity.attendance === 'hybrid' ? [place, online] : place
}
