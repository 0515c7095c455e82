'use client'

import 'leaflet/dist/leaflet.css'
import type * as Leaflet from 'leaflet'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Outline } from '@/tenants/territory'

export type MapSpot = {
  latitude: number
  longitude: number
  label: string
  count: string
  links: { href: string; text: string }[]
}
type Ground = {
  tiles?: { url: string; attribution: string }
  districts: { name: string; outline: Outline }[]
}
type Words = { label: string; zoomIn: string; zoomOut: string }

/** The same ideas as in the list, on the city's ground. What is inside stands there until the map is drawn, and without scripts. */
export function IdeaMap({
  ground,
  spots,
  words,
  children,
}: {
  ground: Ground
  spots: MapSpot[]
  words: Words
  children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    let map: Leaflet.Map | undefined
    let isGone = false
    void import('leaflet').then((leaflet) => {
      if (isGone || !frame.current) return
      setDrawn(true)
      map = draw(leaflet, frame.current, { ground, spots, words })
    })
    return () => {
      isGone = true
      map?.remove()
    }
  }, [ground, spots, words])
  return (
    <div className="relative h-96 md:h-[34rem]">
      <section
        ref={frame}
        aria-label={words.label}
        className="isolate size-full overflow-hidden rounded-card border border-line bg-tint"
      />
      {!isDrawn && <div className="absolute inset-0 flex items-center justify-center p-4">{children}</div>}
    </div>
  )
}

function draw(
  leaflet: typeof Leaflet,
  frame: HTMLElement,
  { ground, spots, words }: { ground: Ground; spots: MapSpot[]; words: Words },
) {
  const map = leaflet.map(frame, {
    attributionControl: Boolean(ground.tiles),
    scrollWheelZoom: false,
    zoomControl: false,
  })
  map.attributionControl?.setPrefix(false)
  leaflet.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  if (ground.tiles) leaflet.tileLayer(ground.tiles.url, { attribution: ground.tiles.attribution }).addTo(map)
  const look = {
    className: 'fill-action-tint stroke-control',
    weight: 1.5,
    fillOpacity: ground.tiles ? 0.2 : 1,
    color: '',
    fillColor: '',
  }
  const outlines = ground.districts.map(({ name, outline }) =>
    leaflet.geoJSON(outline, { style: look }).bindTooltip(name, { sticky: true }),
  )
  map.fitBounds(leaflet.featureGroup(outlines).addTo(map).getBounds(), { padding: [12, 12] })
  for (const spot of spots) markerOf(leaflet, spot).addTo(map)
  return map
}

function markerOf(leaflet: typeof Leaflet, spot: MapSpot) {
  const size = spot.links.length === 1 ? 32 : 40
  const figure = document.createElement('span')
  figure.textContent = spot.count
  const icon = leaflet.divIcon({
    html: figure,
    iconSize: [size, size],
    className:
      'flex items-center justify-center rounded-full border-2 border-paper bg-action font-bold text-sm text-on-action shadow-float',
  })
  return leaflet
    .marker([spot.latitude, spot.longitude], { icon, title: spot.label, alt: spot.label })
    .bindPopup(popupOf(spot), { minWidth: 220 })
}

/** Built of nodes, never of text taken for code. */
function popupOf({ label, links }: MapSpot): HTMLElement {
  const box = document.createElement('div')
  box.append(Object.assign(document.createElement('p'), { textContent: label, className: 'font-bold' }))
  const list = document.createElement('ul')
  for (const { href, text } of links) {
    const place = document.createElement('li')
    place.className = 'mt-2'
    place.append(Object.assign(document.createElement('a'), { href, textContent: text }))
    list.append(place)
  }
  box.append(list)
  return box
}
