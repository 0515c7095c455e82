import type { OpenDate } from './queries'

export const openColumns = [
  'id',
  'activity',
  'url',
  'kind',
  'title',
  'summary',
  'themes',
  'organiser',
  'starts_at',
  'ends_at',
  'time_zone',
  'state',
  'place',
  'district',
  'latitude',
  'longitude',
] as const

/** A date as a row of a table. */
export function rowOf(date: OpenDate, url: string) {
  const { id, activityId, kind, title, summary, themeIds, organiser, startsAt, endsAt, zone, state } = date
  const place = [date.place, date.districtCode, date.latitude, date.longitude]
  return [
    id,
    activityId,
    url,
    kind,
    title,
    summary,
    themeIds.join(' '),
    organiser,
    startsAt,
    endsAt,
    zone,
    state,
    ...place,
  ]
}

/** The dates that have a place, as GeoJSON (RFC 7946). */
export function geoJsonOf(dates: OpenDate[], urlOf: (date: OpenDate) => string) {
  return {
    type: 'FeatureCollection',
    features: dates
      .filter(({ latitude, longitude }) => latitude !== null && longitude !== null)
      .map((date) => ({
        type: 'Feature',
        id: date.id,
        geometry: { type: 'Point', coordinates: [date.longitude, date.latitude] },
        properties: Object.fromEntries(
          rowOf(date, urlOf(date)).map((value, place) => [openColumns[place]!, value]),
        ),
      })),
  }
}
