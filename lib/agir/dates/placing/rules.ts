import { type DateState, takesPlace } from '../rules'
import { isElsewhere, type Place } from '../terms/rules'

/** Where one date is held; all null where its activity is. */
export type DatePlace = { placeLabel: string | null; address: string | null; districtCode: string | null }
export type PlaceWish = DatePlace & { reason: string | null }
export type PlacesWished = Record<string, PlaceWish>

export const atItsActivity: DatePlace = { placeLabel: null, address: null, districtCode: null }

export const hasOwnPlace = ({ placeLabel, address }: Pick<DatePlace, 'placeLabel' | 'address'>) =>
  placeLabel !== null || address !== null

export const isSamePlace = (one: DatePlace, other: DatePlace) =>
  one.placeLabel === other.placeLabel &&
  one.address === other.address &&
  one.districtCode === other.districtCode

/** The places of dates among what waits to be read of an activity. */
export const placesIn = (wish: Record<string, unknown> | undefined): PlacesWished =>
  (wish?.datePlaces as PlacesWished | undefined) ?? {}

export const wordsOfPlaces = (wish: Record<string, unknown> | undefined) =>
  Object.values(placesIn(wish)).flatMap(({ placeLabel, address, reason }) => [placeLabel, address, reason])

type Dated = DatePlace & { state: string }

/** Where a date is held when that is not where its activity is. */
export const elsewhereOf = (date: Dated): DatePlace | null =>
  date.state !== 'moved_online' && hasOwnPlace(date) ? date : null

/** Where one goes for the next date, or for an activity that has none: null when nobody has to go anywhere. */
export function whereToGo(
  activity: DatePlace & { attendance: string },
  next: Dated | undefined,
): DatePlace | null {
  if (activity.attendance === 'online' || next?.state === 'moved_online') return null
  return (next && elsewhereOf(next)) ?? activity
}

type Activity = DatePlace & { attendance: string; coming: readonly (Dated & { state: DateState })[] }

/**
 * Where the dates to come are held: `main` is the place of the activity as long as one of them is there, and that of the
 * next one when none is; `isElsewhere` when the next one is not at `main`.
 */
export function placesToGo(activity: Activity): { main: DatePlace | null; isElsewhere: boolean } {
  const places = activity.coming
    .filter(({ state }) => takesPlace(state))
    .map((date) => whereToGo(activity, date))
  const usual = whereToGo(activity, undefined)
  if (places.length === 0 || places.includes(usual))
    return { main: usual, isElsewhere: places.length > 0 && places[0] !== usual }
  return { main: places[0]!, isElsewhere: false }
}

type Held = Omit<Place, 'attendance'> & { state: string }

/** Whether whoever comes to a date would go to the wrong place if they were not told. */
export function isHeldElsewhere(before: Held, after: Held, activity: Place): boolean {
  return isElsewhere(whereIs(before, activity), whereIs(after, activity))
}

function whereIs(date: Held, activity: Place): Place {
  const attendance = date.state === 'moved_online' ? 'online' : activity.attendance
  return { ...(hasOwnPlace(date) ? date : activity), attendance }
}
