import { pathOf, type Site } from '@/lib/tenancy/site'
import { asScript } from '../structured/as-script'

type Told = {
  slug: string
  name: string
  summary: string
  website: string | null
  publicEmail: string | null
  address: string | null
}

/** What a search engine reads of an organisation (schema.org). */
export function OrganisationData({ site, one }: { site: Site; one: Told }) {
  const { tenant, locale, origin } = site
  const address = origin + pathOf(tenant, locale, 'agir', `/organisations/${one.slug}`)
  const said = {
    '@context': 'https://schema.org',
    '@type': 'NGO',
    '@id': address,
    name: one.name,
    description: one.summary,
    url: address,
    ...(one.website && { sameAs: one.website }),
    ...(one.publicEmail && { email: one.publicEmail }),
    ...(one.address && {
      address: { '@type': 'PostalAddress', streetAddress: one.address, addressCountry: tenant.country },
    }),
  }
  return (
    <script type="application/ld+json" suppressHydrationWarning>
      {asScript(said)}
    </script>
  )
}
