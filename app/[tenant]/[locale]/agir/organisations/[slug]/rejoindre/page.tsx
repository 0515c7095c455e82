import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { memberForms } from '@/components/agir/members/words'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { ask } from '@/lib/agir/organisations/members/actions'
import { findStanding } from '@/lib/agir/organisations/members/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirMembers.join'))('submit'), robots: { index: false } }
}

/** To ask those one found here whether one may act with them. */
export default async function JoinPage({ params }: { params: Promise<{ slug: string }> }) {
  const [{ slug }, person, { tenant }] = [await params, await requirePerson(), await currentSite()]
  const one = (await findStanding(tenant, slug, person.id)) ?? notFound()
  const [t, href] = [await getTranslations('agirMembers.join'), await currentHref()]
  const back = (
    <a href={href(`/organisations/${slug}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{one.name}</span>
    </a>
  )
  return (
    <Page
      title={t('title', { name: one.name })}
      lead={<span dir="auto">{one.summary}</span>}
      above={back}
      width="text"
    >
      {one.membership === 'active' ? (
        <Notice title={t('already')}>
          <a href={href(`/mes-organisations/${one.id}`)}>{t('manage')}</a>
        </Notice>
      ) : one.membership === 'requested' ? (
        <Notice tone="success" live="status" title={t('waiting')} />
      ) : (
        <ActionForm action={ask} {...await memberForms()} className="space-y-5">
          <input type="hidden" name="slug" value={slug} />
          <p>{t('text')}</p>
          <div className="flex flex-wrap gap-3">
            <SubmitButton icon={<Icon name="hand-heart" />}>{t('submit')}</SubmitButton>
            <ButtonLink href={href(`/organisations/${slug}`)} variant="quiet">
              {t('back')}
            </ButtonLink>
          </div>
        </ActionForm>
      )}
    </Page>
  )
}
