import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { writeFilters } from '@/lib/agir/finding/input'
import type { Filters } from '@/lib/agir/finding/rules'
import { currentHref } from '@/lib/tenancy/current-site'

const ways = {
  list: { path: '/activites', icon: 'list' },
  map: { path: '/activites/carte', icon: 'map' },
  agenda: { path: '/activites/agenda', icon: 'calendar' },
} as const
export type View = keyof typeof ways

/** The same search in the other forms it has. */
export async function Views({ view, filters }: { view: View; filters: Filters }) {
  const [t, href] = await Promise.all([getTranslations('agirFind.views'), currentHref()])
  const others = (Object.keys(ways) as View[]).filter((other) => other !== view)
  return (
    <p className="-mx-4 flex flex-wrap md:-mx-5">
      {others.map((other) => (
        <ButtonLink
          key={other}
          href={href(ways[other].path) + writeFilters(filters)}
          variant="quiet"
          icon={<Icon name={ways[other].icon} />}
        >
          {t(other)}
        </ButtonLink>
      ))}
    </p>
  )
}
