'use client'

import 'leaflet/dist/leaflet.css'
import type { Map as LeafletMap, Marker } from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import { useFilled } from '@/components/forms/form-state'
import { Button } from '@/components/ui/button'
import { useAwake } from '@/components/ui/awake'
import { FieldError } from '@/components/ui/field'
import { districtAt, type Point } from '@/lib/ideas/places/rules'
import type { Outline } from '@/tenants/territory'

export type MapTerritory = {
  centre: [number, number]
  zoom: number
  tiles?: { url: string; attribution: string }
  districts: { code: string; name: string; outline: Outline }[]
}
type Words = Record<
  'zoomIn' | 'zoomOut' | 'map' | 'help' | 'placeHere' | 'placed' | 'outside' | 'none' | 'failed',
  string
>

/** A point of the city, by a touch or by the keyboard. Two hidden fields carry it, and keep it where there is no map. */
export function PlaceMap({
  territory,
  at,
  words,
}: {
  territory: MapTerritory
  at: Point | null
  words: Words
}) {
  const latitude = useFilled('latitude', at?.latitude.toString())
  const longitude = useFilled('longitude', at?.longitude.toString())
  const [point, setPoint] = useState(() => pointOf(latitude.value, longitude.value))
  const [isOutside, setOutside] = useState(false)
  const isAwake = useAwake()
  const frame = useRef<HTMLDivElement>(null)
  const map = useLeaflet(frame, territory, words, point, (chosen) => {
    const inside = districtAt(territory, chosen) !== null
    setOutside(!inside)
    if (inside) setPoint(chosen)
  })

  const district = point && districtAt(territory, point)
  const placed = district ? words.placed.replace('{name}', district.name) : words.none
  return (
    <div>
      <p id="map-help" hidden={!isAwake} className="mb-2 text-base text-muted">
        {words.help}
      </p>
      <FieldError id="latitude">{latitude.error ?? longitude.error}</FieldError>
      <div
        ref={frame}
        hidden={!isAwake}
        role="application"
        aria-label={words.map}
        aria-describedby="map-help"
        tabIndex={0}
        className="isolate h-80 overflow-hidden rounded-card border border-control bg-tint! md:h-96"
      />
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <Button
          type="button"
          hidden={!isAwake}
          variant="secondary"
          id="latitude"
          onClick={() => map.placeAtCentre()}
          disabled={map.state !== 'ready'}
        >
          {words.placeHere}
        </Button>
        <p role="status" className={isOutside ? 'text-danger' : ''}>
          {map.state === 'failed' ? words.failed : isOutside ? words.outside : placed}
        </p>
      </div>
      <input type="hidden" name="latitude" value={point?.latitude ?? ''} />
      <input type="hidden" name="longitude" value={point?.longitude ?? ''} />
    </div>
  )
}

/** Leaflet is only fetched once the map is on the screen. */
function useLeaflet(
  frame: React.RefObject<HTMLDivElement | null>,
  territory: MapTerritory,
  words: Words,
  point: Point | null,
  choose: (point: Point) => void,
) {
  const [state, setState] = useState<'waiting' | 'ready' | 'failed'>('waiting')
  const drawn = useRef<{ map: LeafletMap; marker: Marker } | null>(null)
  const chosen = useRef(choose)
  useEffect(() => void (chosen.current = choose))

  useEffect(() => {
    const watched = frame.current
    if (!watched) return
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || drawn.current) return
      seen.disconnect()
      draw(watched, territory, words, (at) => chosen.current(at)).then(
        (made) => {
          drawn.current = made
          setState('ready')
        },
        () => setState('failed'),
      )
    })
    seen.observe(watched)
    return () => {
      seen.disconnect()
      drawn.current?.map.remove()
      drawn.current = null
    }
  }, [frame, territory, words])

  useEffect(() => {
    if (!drawn.current || !point) return
    drawn.current.marker.setLatLng([point.latitude, point.longitude]).addTo(drawn.current.map)
  }, [point, state])

  return {
    state,
    placeAtCentre() {
      const centre = drawn.current?.map.getCenter()
      if (centre) choose({ latitude: centre.lat, longitude: centre.lng })
    },
  }
}

async function draw(
  frame: HTMLElement,
  { centre, zoom, tiles, districts }: MapTerritory,
  { zoomIn, zoomOut }: Words,
  choose: (point: Point) => void,
) {
  const leaflet = await import('leaflet')
  const map = leaflet.map(frame, {
    center: [centre[1], centre[0]],
    zoom,
    attributionControl: Boolean(tiles),
    zoomControl: false,
    zoomSnap: 0.25,
    scrollWheelZoom: false,
  })
  map.attributionControl?.setPrefix(false)
  leaflet.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map)
  if (tiles) leaflet.tileLayer(tiles.url, { attribution: tiles.attribution }).addTo(map)
  const city = leaflet.featureGroup(districts.map(outlined)).addTo(map)
  map.fitBounds(city.getBounds(), { padding: [8, 8] })
  map.on('click', ({ latlng }) => choose({ latitude: latlng.lat, longitude: latlng.lng }))
  const icon = leaflet.divIcon({
    className: 'rounded-full border-4 border-paper bg-action shadow-float',
    iconSize: [26, 26],
  })
  return {
    map,
    marker: leaflet.marker([centre[1], centre[0]], { icon, interactive: false, keyboard: false }),
  }

  function outlined({ name, outline }: MapTerritory['districts'][number]) {
    const fillOpacity = tiles ? 0.15 : 1
    const style = {
      className: 'fill-paper stroke-control',
      weight: 1.5,
      color: '',
      fillColor: '',
      fillOpacity,
    }
    return leaflet.geoJSON(outline, { style }).bindTooltip(name, { sticky: true })
  }
}

function pointOf(latitude: string | undefined, longitude: string | undefined): Point | null {
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null
}
