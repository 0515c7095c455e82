import type * as Leaflet from 'leaflet'

/** Pixels left free around the city: the buttons, which would cover a marker, stand at its left or above it. */
const beside = { paddingTopLeft: [68, 20], paddingBottomRight: [20, 20] } satisfies Leaflet.FitBoundsOptions
const below = { paddingTopLeft: [20, 112], paddingBottomRight: [20, 20] } satisfies Leaflet.FitBoundsOptions

/** Whichever of the two shows the city larger. */
export function aroundTheButtons(
  leaflet: typeof Leaflet,
  map: Leaflet.Map,
  city: Leaflet.LatLngBounds,
): Leaflet.FitBoundsOptions {
  const [aside, under] = [beside, below].map(({ paddingTopLeft, paddingBottomRight }) => {
    const taken = leaflet
      .point(paddingTopLeft as [number, number])
      .add(leaflet.point(paddingBottomRight as [number, number]))
    return map.getBoundsZoom(city, false, taken)
  })
  return under! > aside! ? below : beside
}
