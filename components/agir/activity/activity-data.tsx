import { asScript } from '../structured/as-script'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import type { Series } from '@/lib/agir/standing/queries'
import { activitySaid } from '@/lib/agir/activities/exchange/rules'

/** What a search engine reads of an activity (schema.org). */
export function ActivityData({
  activity,
  series,
  address,
  country,
  nonce,
}: {
  activity: PublicActivity
  series: Series[]
  address: string
  country: string
  nonce?: string
}) {
  const said = {
    '@context': 'https://schema.org',
    '@graph': activitySaid(activity, series, { address, country }),
  }
  return (
    <script type="application/ld+json" nonce={nonce} suppressHydrationWarning>
      {asScript(said)}
    </script>
  )
}
