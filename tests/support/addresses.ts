import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { districtAt, type Point } from '@/lib/ideas/places/rules'
import type { Tenant } from '@/tenants/tenant'

/** A service that says where an address is, as long as it is not down. */
export async function anAddressService() {
  const server = createServer((request, response) => {
    const wanted = new URL(request.url ?? '', 'http://service').searchParams.get('q') ?? ''
    service.asked.push(wanted)
    const { isDown, point, score } = service
    const geometry = point && { coordinates: [point.longitude, point.latitude] }
    response.writeHead(isDown ? 503 : 200)
    const features = geometry ? [{ geometry, properties: { score, type: 'housenumber' } }] : []
    response.end(isDown ? 'away' : JSON.stringify({ type: 'FeatureCollection', features }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://addresses.localhost:${(server.address() as AddressInfo).port}`
  process.env.LOOPBACK_ISSUERS = `${process.env.LOOPBACK_ISSUERS ?? ''} ${origin}`
  const service = {
    address: `${origin}/search?limit=1&q={q}`,
    asked: [] as string[],
    isDown: false,
    point: null as Point | null,
    score: 0.9,
    close: () =>
      new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
  return service
}

/** A point that lies in a district. */
export function pointIn(city: Tenant, code: string): Point {
  const { outline } = city.territory.districts.find((one) => one.code === code)!
  const ring = (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates[0]!)[0]!
  const [longitudes, latitudes] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const middle = (all: number[]) => (Math.min(...all) + Math.max(...all)) / 2
  const point = { latitude: middle(latitudes), longitude: middle(longitudes) }
  if (districtAt(city.territory, point)?.code !== code) throw new Error(`the middle of ${code} is elsewhere`)
  return point
}
