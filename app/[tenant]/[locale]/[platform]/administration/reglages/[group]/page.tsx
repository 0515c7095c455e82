import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ConsoleFrame } from '@/components/administration/frame'
import { GroupForm } from '@/components/administration/group-form'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { findOrigins } from '@/lib/tenancy/drafts/origins/queries'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { groupOf } from '@/lib/tenancy/drafts/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ group: string }>; searchParams: Promise<{ fait?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = groupOf((await params).group) ?? notFound()
  return { title: (await getTranslations('settings'))(`groups.${group}.title`), robots: { index: false } }
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const person = await requireRole('admin')
  const group = groupOf((await params).group) ?? notFound()
  const site = await currentSite()
  const [t, href] = await Promise.all([getTranslations('settings'), currentHref()])
  const [desk, origins] = [await findDesk(site.tenant), await findOrigins(site.tenant)]
  const isClosed = desk.draft?.status === 'proposed'
  return (
    <ConsoleFrame
      person={person}
      here={group}
      title={t(`groups.${group}.title`)}
      lead={t(`groups.${group}.text`)}
    >
      {(await searchParams).fait === 'garde' && (
        <div className="mb-8 max-w-[48rem]">
          <Notice tone="success" live="status" title={t('kept')}>
            <p>
              {t('keptText')} <a href={href('/administration/brouillon')}>{t('pages.draft.title')}</a>
            </p>
          </Notice>
        </div>
      )}
      {isClosed && (
        <div className="mb-8 max-w-[48rem]">
          <Notice tone="warn" title={t('waiting.proposed')}>
            <a href={href('/administration/brouillon')}>{t('pages.draft.title')}</a>
          </Notice>
        </div>
      )}
      <GroupForm group={group} desk={desk} origins={origins} site={site} />
    </ConsoleFrame>
  )
}
