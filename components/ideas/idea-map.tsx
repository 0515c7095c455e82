'use client'

import 'leaflet/dist/leaflet.css'
import type * as Leaflet from 'leaflet'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Outline } from '@/tenants/territory'
import { aroundTheButtons } from './map-fitting'
import { colourOf, together, type MapSpot } from './map-gathering'
import { gathered, spaced } from './map-spacing'

type Ground = {
  tiles?: { url: string; attribution: string }
  districts: { name: string; outline: Outline }[]
  /** Much wider than high: on a telephone less height is enough. */
  isWide?: boolean
}
/** `together`: what several that stand too near say, with how many. */
type Words = { label: string; zoomIn: string; zoomOut: string; together: string }

/** Leaflet brings colours and sizes of its own, outside the layers of ours: these have the last word. */
const overLeaflet = [
  'bg-tint! font-text! text-base!',
  '[&_.leaflet-bar]:border-control! [&_.leaflet-bar_a]:size-11! [&_.leaflet-bar_a]:bg-paper!',
  '[&_.leaflet-bar_a]:leading-11! [&_.leaflet-bar_a]:text-ink! [&_.leaflet-bar_a]:border-line!',
  '[&_.leaflet-popup-content-wrapper]:rounded-card! [&_.leaflet-popup-content-wrapper]:bg-paper!',
  '[&_.leaflet-popup-content-wrapper]:text-ink! [&_.leaflet-popup-tip]:bg-paper!',
  '[&_.leaflet-popup-content]:m-4! [&_.leaflet-popup-content]:text-base! [&_.leaflet-popup-content_a]:text-link!',
  '[&_.leaflet-popup-close-button]:size-8! [&_.leaflet-popup-close-button]:text-ink!',
  '[&_.leaflet-tooltip]:border-line! [&_.leaflet-tooltip]:bg-paper! [&_.leaflet-tooltip]:text-ink!',
].join(' ')

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
    <div className={`relative md:h-[34rem] ${ground.isWide ? 'h-80' : 'h-96'}`}>
      <section
        ref={frame}
        aria-label={words.label}
        className={`isolate size-full overflow-hidden rounded-card border border-line ${overLeaflet}`}
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
    // Where no tiles set the steps, the city fills the frame.
    zoomSnap: ground.tiles ? 1 : 0,
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
  const city = leaflet.featureGroup(outlines).addTo(map).getBounds()
  const fit = (more = {}) => map.fitBounds(city, { ...aroundTheButtons(leaflet, map, city), ...more })
  fit()
  // A telephone that is turned shows the whole city again, for as long as nobody has touched it.
  let isTouched = false
  for (const touch of ['pointerdown', 'keydown']) frame.addEventListener(touch, () => (isTouched = true))
  map.on('resize', () => isTouched || (hasRoom(map) && fit({ animate: false })))
  const markers = leaflet.layerGroup().addTo(map)
  const spread = () => {
    markers.clearLayers()
    for (const [spot, at] of spreadOut(map, standing(map, spots, words)))
      markerOf(leaflet, spot, at).addTo(markers)
  }
  map.on('zoomend', spread)
  spread()
  return map
}

/** A page that is being printed or photographed may leave it no room at all for a moment: nothing can be fitted then. */
function hasRoom(map: Leaflet.Map): boolean {
  const { x, y } = map.getSize()
  return Math.min(x, y) > 120
}

/** What is told apart at this zoom; what cannot be stands together at the weightiest of its places. */
function standing(map: Leaflet.Map, spots: MapSpot[], words: Words): MapSpot[] {
  const places = spots.map(({ latitude, longitude, weight }) => {
    const { x, y } = map.latLngToLayerPoint([latitude, longitude])
    return { x, y, weight }
  })
  const inWords = new Intl.NumberFormat(document.documentElement.lang)
  const say = (weight: number): [string, string] => {
    const count = inWords.format(weight)
    return [count, words.together.replace('{count}', count)]
  }
  return gathered(places).map((group) => {
    const members = group.map((index) => spots[index]!)
    return members.length === 1 ? members[0]! : together(members, say)
  })
}

/** Each marker as near to its place as its neighbours allow at this zoom. */
function spreadOut(map: Leaflet.Map, spots: MapSpot[]): [MapSpot, Leaflet.LatLng][] {
  const discs = spots.map((spot) => {
    const { x, y } = map.latLngToLayerPoint([spot.latitude, spot.longitude])
    return { x, y, size: sizeOf(spot) }
  })
  return spaced(discs).map(({ x, y }, index) => [spots[index]!, map.layerPointToLatLng([x, y])])
}

const sizeOf = ({ weight }: MapSpot) => (weight === 1 ? 28 : 40)

function markerOf(leaflet: typeof Leaflet, spot: MapSpot, at: Leaflet.LatLng) {
  const isAlone = spot.weight === 1
  const size = sizeOf(spot)
  const figure = document.createElement('span')
  figure.className = 'flex size-full items-center justify-center'
  figure.textContent = isAlone ? '' : spot.count
  const icon = leaflet.divIcon({
    html: figure,
    iconSize: [size, size],
    className: `rounded-full text-sm font-bold shadow-float ${colourOf(spot)}`,
  })
  return leaflet
    .marker(at, { icon, title: spot.label, alt: spot.label })
    .bindPopup(popupOf(spot), { minWidth: 220, maxHeight: 240 })
}

/** Built of nodes, never of text taken for code. */
function popupOf({ label, weight, links }: MapSpot): HTMLElement {
  const box = document.createElement('div')
  if (weight !== 1)
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
