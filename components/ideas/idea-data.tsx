import type { PublicIdea } from '@/lib/ideas/queries'

/** What a search engine reads of an idea (schema.org). No text can end the block: what opens a tag is written as a number. */
export function IdeaData({
  idea,
  address,
  country,
  licence,
  nonce,
}: {
  idea: PublicIdea
  address: string
  country: string
  licence: string
  nonce?: string
}) {
  const said = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: idea.title,
    url: address,
    mainEntityOfPage: address,
    inLanguage: idea.locale,
    license: licence,
    datePublished: idea.publishedAt?.toISOString(),
    dateModified: idea.changedAt.toISOString(),
    image: `${address}/partage.png`,
    contentLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressCountry: country } },
    ...(idea.author && { author: { '@type': 'Person', name: idea.author } }),
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/EndorseAction',
      userInteractionCount: idea.supportCount,
    },
  }
  return (
    <script type="application/ld+json" nonce={nonce} suppressHydrationWarning>
      {JSON.stringify(said).replace(/[<>&\u2028\u2029]/g, asNumber)}
    </script>
  )
}

const asNumber = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
