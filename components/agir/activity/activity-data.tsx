import { asScript } from '../structured/as-script'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { eventsOf } from '@/lib/agir/activities/exchange/rules'

/** What a search engine reads of an activity (schema.org). */
export function ActivityData({
  activity,
  address,
  country,
  nonce,
}: {
  activity: PublicActivity
  address: string
  country: string
  nonce?: string
}) {
  const said = { '@context': 'https://schema.org', '@graph': eventsOf(activity, address, country) }
  return (
    <script type="application/ld+json" nonce={nonce} suppressHydrationWarning>
      {asScript(said)}
    </script>
  )
}
