import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BeginForm } from '@/components/agir/messages/write-form'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { findBeginning } from '@/lib/agir/conversations/opening/queries'
import { beginnings } from '@/lib/agir/conversations/rules'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirMessages'))('title'), robots: { index: false } }
}

const names = ['activite', 'inscription', 'adhesion'] as const

/** What one writes about is named by its id: `?activite=`, `?inscription=`, `?adhesion=`; another language asks without. */
export default async function BeginPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const person = await requirePerson()
  const [{ tenant }, said, href] = await Promise.all([currentSite(), searchParams, currentHref()])
  const name = names.find((one) => typeof said[one] === 'string') ?? redirect(href('/messages'))
  const [kind, aboutId] = [beginnings[name], String(said[name])]
  const begun = (await findBeginning(tenant, { kind, aboutId, personId: person.id })) ?? notFound()
  const t = await getTranslations('agirMessages')
  if (begun.existingId) redirect(`${href(`/messages/${begun.existingId}`)}#dernier`)
  const to = begun.with ?? t('organiser')
  return (
    <Page title={t(`begin.${kind}`)} width="text">
      <div className="space-y-6">
        <p>
          {t('begin.to', { name: to })} <bdi className="font-bold">{begun.title}</bdi>
        </p>
        {begun.isQuiet ? (
          <Notice title={t('write.young')} />
        ) : (
          <>
            <BeginForm kind={kind} aboutId={aboutId} />
            <p className="text-base text-muted">
              {t(begun.side === 'person' ? 'begin.under' : 'begin.underTeam')}
            </p>
          </>
        )}
      </div>
    </Page>
  )
}
