import type { PublicActivity } from '@/lib/agir/activities/queries'
import { eventsOf } from '@/lib/agir/activities/exchange/rules'

/** What a search engine reads of an activity (schema.org). No text can end the block: what opens a tag is written as a number. */
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
      {JSON.stringify(said).replace(/[<>&\u2028\u2029]/g, asNumber)}
    </script>
  )
}

const asNumber = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
