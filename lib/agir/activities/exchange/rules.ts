import { type DateState, leftOn, type Seats } from '../../dates/rules'
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
    startsAt: Date
    endsAt: Date
    state: DateState
    placeLabel: string | null
    address: string | null
    positions: Seats[]
  }[]
}

const most = 20

/** Each date to come as schema.org says it: whether it takes place, how one attends, how much room is left. */
export function eventsOf(activity: Told, address: string, country: string): object[] {
  const { title, summary, locale, spoken, organisation, organiserName } = activity
  const organiser = organisation?.name ?? organiserName
  return activity.coming.slice(0, most).map((date) => {
    const left = leftOn(date.positions)
    return {
      '@type': 'Event',
      '@id': `${address}#date-${date.id}`,
      name: title,
      description: summary,
      url: address,
      inLanguage: spoken.length > 0 ? spoken : locale,
      startDate: date.startsAt.toISOString(),
      endDate: date.endsAt.toISOString(),
      eventStatus: `https://schema.org/${statusOf(date.state)}`,
      eventAttendanceMode: `https://schema.org/${attendanceOf(activity.attendance, date.state)}`,
      location: locationsOf(activity, date, address, country),
      ...(organiser && {
        organizer: { '@type': organisation ? 'Organization' : 'Person', name: organiser },
      }),
      ...(activity.price !== '' && { isAccessibleForFree: activity.price === null }),
      ...(left !== null && { remainingAttendeeCapacity: left }),
    }
  })
}

const statuses: Record<DateState, string> = {
  scheduled: 'EventScheduled',
  rescheduled: 'EventRescheduled',
  moved_online: 'EventMovedOnline',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
  done: 'EventScheduled',
}
const statusOf = (state: DateState) => statuses[state]

const attendances: Record<AttendanceMode, string> = {
  on_site: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
}

function attendanceOf(mode: AttendanceMode, state: DateState): string {
  return attendances[state === 'moved_online' ? 'online' : mode]
}

/** The link to join by is told to those who are registered: what everyone reads leads to the page. */
function locationsOf(activity: Told, date: Told['coming'][number], address: string, country: string) {
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
