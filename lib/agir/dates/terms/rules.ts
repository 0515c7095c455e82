import type { AttendanceMode } from '../../activities/rules'
import { skeleton } from '../../../text'

export type Place = {
  attendance: AttendanceMode
  placeLabel: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
}
export type Terms = Place & { price: string | null; minAge: number | null }

/** Metres: nobody misses each other over less. */
const near = 300

/** What those who come have to hear of a change: that they go elsewhere, or that it costs or asks something else. */
export function mattersOf(before: Terms, after: Terms) {
  const isPriced = before.price !== after.price || before.minAge !== after.minAge
  return [
    ...(isElsewhere(before, after) ? (['activity_place_changed'] as const) : []),
    ...(isPriced ? (['activity_terms_changed'] as const) : []),
  ]
}

export function isElsewhere(before: Place, after: Place): boolean {
  const [went, goes] = [before, after].map(({ attendance }) => attendance !== 'online')
  if (went !== goes) return true
  if (!goes) return false
  return (metresBetween(before, after) ?? (said(before) === said(after) ? 0 : Infinity)) > near
}

const said = ({ placeLabel, address }: Place) => skeleton(address ?? placeLabel ?? '')

function metresBetween(one: Place, other: Place): number | null {
  if (one.latitude === null || other.latitude === null) return null
  const narrower = Math.cos((one.latitude * Math.PI) / 180)
  const across = ((one.longitude ?? 0) - (other.longitude ?? 0)) * narrower
  return 111_195 * Math.hypot(one.latitude - other.latitude, across)
}
