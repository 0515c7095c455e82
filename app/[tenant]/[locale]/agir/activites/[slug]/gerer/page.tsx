import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClaimAsk } from '@/components/agir/sources/claim-ask'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findClaimable } from '@/lib/agir/sources/claims/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirSources.claims'))('title'), robots: { index: false } }
}

/** For those who organise what was imported: to say that it is theirs. */
export default async function ClaimActivityPage({ params }: Props) {
  const person = await requirePerson()
  const [{ tenant }, { slug }, href] = await Promise.all([currentSite(), params, currentHref()])
  const found = (await findClaimable(tenant, slug, person.id)) ?? notFound()
  const t = await getTranslations('agirSources.claims')
  const back = (
    <a href={href(`/activites/${slug}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{found.title}</span>
    </a>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={back} width="text">
      <div className="space-y-8">
        {found.asked.map(({ id, name }) => (
          <Notice key={id} tone="success" live="status" title={t('waiting')}>
            {t('waitingText', { name })}
          </Notice>
        ))}
        {found.choices.length > 0 && <ClaimAsk slug={slug} choices={found.choices} />}
        {!found.hasOrganisation && (
          <Notice title={t('none')}>
            <p>{t('noneText')}</p>
            <ButtonLink href={href('/mes-organisations/nouvelle')} variant="secondary">
              {t('present')}
            </ButtonLink>
          </Notice>
        )}
        {found.hasOrganisation && found.choices.length + found.asked.length === 0 && (
          <Notice title={t('yours')} />
        )}
      </div>
    </Page>
  )
}
