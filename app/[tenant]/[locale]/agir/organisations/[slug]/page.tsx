import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { InitiativeCard } from '@/components/agir/initiatives/initiative-card'
import { Announced } from '@/components/agir/organisations/announced'
import { Emblem } from '@/components/agir/organisations/emblem'
import { OrganisationData } from '@/components/agir/organisations/organisation-data'
import { OrganisationFacts } from '@/components/agir/organisations/organisation-facts'
import { TrustMark } from '@/components/agir/organisations/trust-mark'
import { Section } from '@/components/ideas/section'
import { WrittenText } from '@/components/ideas/written-text'
import { FollowHere } from '@/components/notifications/follow-here'
import { ReportLink } from '@/components/reports/report-link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { listSomeInitiatives } from '@/lib/agir/initiatives/listing/queries'
import { listAnnounced } from '@/lib/agir/organisations/announcing/queries'
import { findPublicOrganisation } from '@/lib/agir/organisations/queries'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

const read = cache(async (slug: string) => {
  const { tenant } = await currentSite()
  return (tenant.modules.agir && (await findPublicOrganisation(tenant, slug))) || notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [site, one] = await Promise.all([currentSite(), read((await params).slug)])
  return {
    title: one.name,
    description: one.summary,
    alternates: alternates(site, `/organisations/${one.slug}`),
  }
}

/** What it keeps going, besides its dates. */
async function Initiatives({ organisationId }: { organisationId: string }) {
  const { tenant } = await currentSite()
  const kept = await listSomeInitiatives(tenant, { organisationId, most: 6, now: new Date() })
  if (kept.length === 0) return null
  return (
    <Section id="initiatives" title={(await getTranslations('agirInitiatives'))('ofOrganisation')}>
      <ul className="grid gap-4 sm:grid-cols-2">
        {kept.map((one) => (
          <li key={one.id}>
            <InitiativeCard one={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export default async function OrganisationPage({ params }: Props) {
  const { slug } = await params
  const [site, href, t, one] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirOrganisations'),
    read(slug),
  ])
  const { tenant, locale } = site
  const followed = await getTranslations('notifications.followed')
  const lang = one.locale === locale ? undefined : one.locale
  const trail = [{ href: href('/organisations'), text: t('title') }, { text: one.name }]
  return (
    <article className="shell pt-4 pb-24 lg:grid lg:grid-cols-[minmax(0,42.5rem)_minmax(20rem,1fr)] lg:gap-x-16 lg:pt-8">
      <header>
        <Breadcrumbs label={t('trail')} trail={trail} />
        <div className="mt-4 flex flex-wrap items-start gap-5">
          <Emblem name={one.name} logo={one.logo} large />
          <div className="min-w-0 flex-1 basis-60">
            <p className="text-base text-muted">{t(`kinds.${one.kind}`)}</p>
            <h1 lang={lang} dir="auto" className="wrap-anywhere">
              {one.name}
            </h1>
          </div>
        </div>
        <p lang={lang} dir="auto" className="mt-4 text-lg text-muted">
          {one.summary}
        </p>
        <p className="mt-4 flex flex-wrap gap-2">
          {(one.trust > 0 || one.owners > 0) && <TrustMark trust={one.trust} />}
          {tenant.themes
            .filter(({ id }) => one.themeIds.includes(id))
            .map(({ id, name }) => (
              <Tag key={id} href={href(`/organisations?theme=${id}`)}>
                {localized(name, locale, tenant)}
              </Tag>
            ))}
        </p>
      </header>
      <aside className="mt-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0">
        <div className="space-y-6 lg:sticky lg:top-6">
          <OrganisationFacts {...{ site, one }} />
          <div className="flex flex-wrap gap-3">
            {one.owners === 0 && (
              <ButtonLink href={href(`/organisations/${one.slug}/gerer`)} rel="nofollow" variant="secondary">
                {(await getTranslations('agirProofs.claim'))('link')}
              </ButtonLink>
            )}
            {one.owners > 0 && (
              <ButtonLink
                href={href(`/organisations/${one.slug}/rejoindre`)}
                rel="nofollow"
                icon={<Icon name="hand-heart" />}
              >
                {(await getTranslations('agirMembers.join'))('link')}
              </ButtonLink>
            )}
          </div>
          <FollowHere
            filters={{ themes: [], districts: [], near: null }}
            site={site}
            also={[{ name: followed('thisOrganisation'), fields: { kind: 'organisation', value: one.id } }]}
          />
        </div>
      </aside>
      <div className="mt-8 space-y-10">
        {one.story !== '' && (
          <div lang={lang}>
            <WrittenText text={one.story} />
          </div>
        )}
        <Initiatives organisationId={one.id} />
        <Announced slug={one.slug} announced={await listAnnounced(tenant, one.id, new Date())} />
        <ReportLink about={`organisation=${one.id}`} />
      </div>
      <OrganisationData {...{ site, one }} />
    </article>
  )
}
