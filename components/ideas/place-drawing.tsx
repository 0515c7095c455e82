import type { Tenant } from '@/tenants/tenant'
import { drawTerritory } from '@/lib/territory/rules'

type Place = {
  districtCode: string | null
  secondDistrictCode?: string | null
  latitude: number | null
  longitude: number | null
}

/** Where in the city, drawn: its district in colour, a point where one is known. Said in words beside it. */
export function PlaceDrawing({ tenant, place: where }: { tenant: Tenant; place: Place }) {
  const { width, height, districts, place } = drawTerritory(tenant)
  const { districtCode, secondDistrictCode, latitude, longitude } = where
  const concerned = districts.filter(({ code }) => code === districtCode || code === secondDistrictCode)
  const point = longitude !== null && latitude !== null && place([longitude, latitude])
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      direction="ltr"
      className="h-auto w-full rounded-card bg-tint p-3"
    >
      {districts.map(({ code, path }) => (
        <path
          key={code}
          d={path}
          strokeWidth="4"
          className={`stroke-paper ${concerned.length === 0 || concerned.some((one) => one.code === code) ? 'fill-action' : 'fill-line'} ${point ? 'opacity-60' : ''}`}
        />
      ))}
      {point && (
        <circle cx={point[0]} cy={point[1]} r="16" strokeWidth="6" className="fill-accent stroke-paper" />
      )}
    </svg>
  )
}
