import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClaimForm } from '@/components/agir/proofs/claim-form'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findStanding } from '@/lib/agir/organisations/members/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirProofs.claim'))('title'), robots: { index: false } }
}

/** To take over a page that came from a file and that nobody runs. */
export default async function ClaimPage({ params }: Props) {
  const [{ slug }, person, { tenant }] = [await params, await requirePerson(), await currentSite()]
  const one = (await findStanding(tenant, slug, person.id)) ?? notFound()
  const [t, members, href] = [
    await getTranslations('agirProofs'),
    await getTranslations('agirMembers.join'),
    await currentHref(),
  ]
  const back = (
    <a href={href(`/organisations/${slug}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{one.name}</span>
    </a>
  )
  return (
    <Page title={t('claim.title')} lead={t('claim.text')} above={back} width="text">
      {one.membership === 'requested' ? (
        <Notice tone="success" live="status" title={members('waiting')} />
      ) : one.owners > 0 ? (
        <Notice title={t('refusals.has_owner')}>
          <ButtonLink href={href(`/organisations/${slug}/rejoindre`)} variant="secondary">
            {members('link')}
          </ButtonLink>
        </Notice>
      ) : (
        <ClaimForm slug={slug} />
      )}
    </Page>
  )
}
