import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NearMe } from '@/components/ideas/near-me'
import { Page } from '@/components/layout/page'
import { writeFilters } from '@/lib/agir/finding/input'
import type { Listing } from '@/lib/agir/finding/queries'
import type { Filters as Chosen } from '@/lib/agir/finding/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { WithHearts } from '../wishes/with-hearts'
import { ActiveFilters } from './active-filters'
import { Filters } from './filters'
import { Moments } from './moments'
import { SearchBox } from './search-box'

export const findForm = 'recherche'

/** The frame of every way to find something to do: what is asked above and beside, what was found within. */
export async function FindPage({
  title,
  lead,
  listing,
  filters,
  path,
  hasDays = true,
  children,
}: {
  title: string
  lead?: string
  listing: Listing
  filters: Chosen
  path: string
  /** Whether days are asked for here; an agenda has its own. */
  hasDays?: boolean
  children: ReactNode
}) {
  const [site, near] = await Promise.all([currentSite(), getTranslations('ideas.near')])
  const nearWords = { button: near('button'), busy: near('busy'), failed: near('failed'), note: near('note') }
  return (
    <WithHearts>
      <Page title={title} lead={lead}>
        <SearchBox id={findForm} path={path} filters={filters}>
          <NearMe path={path + writeFilters(filters, { near: null })} words={nearWords} />
        </SearchBox>
        {hasDays && (
          <div className="mt-4">
            <Moments {...{ filters, path }} />
          </div>
        )}
        <div className="mt-6 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
          <div className="mb-4">
            <Filters form={findForm} {...{ filters, listing, site, hasDays }} />
          </div>
          <section aria-labelledby="resultats" className="min-w-0">
            <ActiveFilters {...{ filters, path, site }} />
            {children}
          </section>
        </div>
      </Page>
    </WithHearts>
  )
}
