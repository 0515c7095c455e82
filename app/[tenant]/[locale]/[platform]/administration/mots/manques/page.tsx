import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { EmptyState } from '@/components/ui/empty-state'
import { Misfits, UntoldTable } from '@/components/words/untold'
import { WordsTabs } from '@/components/words/words-tabs'
import { requireRole } from '@/lib/auth/require-role'
import { misfitsIn } from '@/lib/i18n/sentence-problems'
import { currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { untoldIn } from '@/lib/tenancy/sentences/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('words'))('missing.title'), robots: { index: false } }
}

export default async function MissingPage() {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const [t, { settings }] = [await getTranslations('words.missing'), await findDesk(tenant)]
  const [untold, misfits] = [untoldIn(settings), misfitsIn(settings.sentences)]
  return (
    <ConsoleFrame person={person} here="words" title={t('title')} lead={t('lead')}>
      <WordsTabs here="missing" />
      {misfits.length > 0 && <Misfits misfits={misfits} />}
      {untold.length > 0 ? (
        <UntoldTable untold={untold} />
      ) : (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      )}
    </ConsoleFrame>
  )
}
