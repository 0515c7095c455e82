import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { MergeList } from '@/components/life/merge-list'
import { PauseForms } from '@/components/life/pause-forms'
import { Icon } from '@/components/ui/icon'
import { requireRole } from '@/lib/auth/require-role'
import { listProposedMerges } from '@/lib/ideas/merges/queries'
import { findPause } from '@/lib/ideas/steering/queries'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('life'))('staff.all.title'), robots: { index: false } }
}

/** Mergers that wait for an answer, and what holds for all collections at once. */
export default async function LivesPage() {
  const [{ tenant }, person] = [await currentSite(), await requireRole('moderator')]
  const [t, href] = [await getTranslations('life'), await currentHref()]
  const [merges, pause] = [await listProposedMerges(tenant), await findPause(tenant)]
  const above = (
    <a href={href('/moderation')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('staff.back')}
    </a>
  )
  return (
    <Page title={t('staff.all.title')} lead={t('staff.all.lead')} above={above} width="text">
      <div className="space-y-8">
        <MergeList merges={merges} byId={person.id} />
        {actsAs(person, 'admin') && <PauseForms since={pause?.begunAt ?? null} />}
      </div>
    </Page>
  )
}
