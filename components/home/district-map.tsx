import type { Tenant } from '@/tenants/tenant'
import { drawTerritory } from '@/lib/territory/rules'

const looks = {
  paper: {
    ground: 'fill-action-tint stroke-paper hover:fill-accent-tint',
    spot: 'fill-action',
    figure: 'fill-on-action',
  },
  deep: {
    ground: 'fill-on-deep/10 stroke-deep hover:fill-on-deep/20',
    spot: 'fill-accent',
    figure: 'fill-on-accent',
  },
} as const

/**
 * Each district with how much is proposed there, the larger the more. It says nothing that the list beside it does not:
 * the keyboard and screen readers take the list.
 */
export function DistrictMap({
  tenant,
  counts,
  hrefOf,
  ground = 'paper',
}: {
  tenant: Tenant
  counts: ReadonlyMap<string, number>
  hrefOf: (code: string) => string
  ground?: keyof typeof looks
}) {
  const { width, height, districts } = drawTerritory(tenant)
  const most = Math.max(1, ...counts.values())
  const look = looks[ground]
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="h-auto w-full" direction="ltr">
      {districts.map(({ code, path }) => (
        <a key={code} href={hrefOf(code)} tabIndex={-1}>
          <path
            d={path}
            strokeWidth="3"
            strokeLinejoin="round"
            className={`transition-colors ${look.ground}`}
          />
        </a>
      ))}
      {districts.map(({ code, x, y, room }) => {
        const count = counts.get(code) ?? 0
        const radius = Math.min(Math.round(12 + 16 * Math.sqrt(count / most)), Math.max(10, room))
        return count === 0 ? null : (
          <g key={code} className="pointer-events-none">
            <circle cx={x} cy={y} r={radius} className={look.spot} />
            <text
              x={x}
              y={y}
              textAnchor="middle"
              dominantBaseline="central"
              fontSize={Math.round((radius * 2) / Math.max(2, String(count).length + 0.6))}
              className={`font-text font-bold ${look.figure}`}
            >
              {count}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
