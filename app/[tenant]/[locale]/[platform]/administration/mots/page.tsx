import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { GroupForm } from '@/components/administration/group-form'
import { GroupNotices } from '@/components/administration/group-notices'
import { WordsTabs } from '@/components/words/words-tabs'
import { requireRole } from '@/lib/auth/require-role'
import { currentSite } from '@/lib/tenancy/current-site'
import { findOrigins } from '@/lib/tenancy/drafts/origins/queries'
import { findDesk } from '@/lib/tenancy/drafts/queries'

type Props = { searchParams: Promise<{ fait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('groups.words.title'), robots: { index: false } }
}

export default async function WordsPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const site = await currentSite()
  const t = await getTranslations('settings')
  const [desk, origins] = [await findDesk(site.tenant), await findOrigins(site.tenant)]
  return (
    <ConsoleFrame person={person} here="words" title={t('groups.words.title')} lead={t('groups.words.text')}>
      <WordsTabs here="word" />
      <GroupNotices desk={desk} isKept={(await searchParams).fait === 'garde'} />
      <GroupForm group="words" desk={desk} origins={origins} />
    </ConsoleFrame>
  )
}
