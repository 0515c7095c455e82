import { getTranslations } from 'next-intl/server'
import type { Answers } from '@/lib/operator/wizard/rules'
import { plainOutline } from '@/lib/tenancy/creation/rules'
import { drawTerritory } from '@/lib/territory/rules'
import { Outline } from '@/tenants/territory'

type Identity = NonNullable<Answers['identity']>
type Ground = { identity: Identity; territory: Answers['territory'] }

/** The city's ground as its map will show it; without a file, the shape that stands for it until there is one. */
export async function GroundDrawing({ identity, territory }: Ground) {
  const t = await getTranslations('operator.identity.ground')
  const given = (territory?.districts ?? []).flatMap(({ code, name, outline }) => {
    const read = Outline.safeParse(outline)
    return read.success ? [{ code: code ?? name, name: { fr: name }, outline: read.data }] : []
  })
  const [latitude, longitude] = [Number(identity.latitude), Number(identity.longitude)]
  const plain = plainOutline({ population: Number(identity.population), latitude, longitude })
  const districts = given.length > 0 ? given : [{ code: 'x', name: {}, outline: plain }]
  const { width, height, districts: drawn, place } = drawTerritory({ territory: { districts } })
  const [x, y] = place([longitude, latitude])
  const look = given.length > 0 ? 'fill-action-tint stroke-action' : 'fill-none stroke-control'
  return (
    <figure className="max-w-sm">
      <svg
        viewBox={`-8 -8 ${width + 16} ${height + 16}`}
        aria-hidden="true"
        direction="ltr"
        className="h-auto max-h-80 w-full rounded-card border border-line bg-tint p-3"
      >
        {drawn.map(({ code, path }) => (
          <path
            key={code}
            d={path}
            strokeWidth="4"
            strokeLinejoin="round"
            strokeDasharray={given.length > 0 ? undefined : '14 10'}
            className={look}
          />
        ))}
        <circle cx={x} cy={y} r="12" strokeWidth="5" className="fill-accent stroke-paper" />
      </svg>
      <figcaption className="mt-2 text-base text-muted">
        {given.length > 0 ? t('drawn', { count: given.length, name: identity.name }) : t('standsFor')}
      </figcaption>
    </figure>
  )
}
