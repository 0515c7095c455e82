import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ConsoleFrame } from '@/components/administration/frame'
import { GroupForm } from '@/components/administration/group-form'
import { GroupNotices } from '@/components/administration/group-notices'
import { WithheldNotice } from '@/components/means/withheld-notice'
import { ToWorkshop } from '@/components/workshop/to-workshop'
import { requireRole } from '@/lib/auth/require-role'
import { findOrigins } from '@/lib/tenancy/drafts/origins/queries'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { groupOf } from '@/lib/tenancy/drafts/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findMeans } from '@/lib/tenancy/means/queries'

type Props = { params: Promise<{ group: string }>; searchParams: Promise<{ fait?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = groupOf((await params).group) ?? notFound()
  return { title: (await getTranslations('settings'))(`groups.${group}.title`), robots: { index: false } }
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const person = await requireRole('admin')
  const group = groupOf((await params).group) ?? notFound()
  const site = await currentSite()
  const t = await getTranslations('settings')
  const [desk, origins] = [await findDesk(site.tenant), await findOrigins(site.tenant)]
  return (
    <ConsoleFrame
      person={person}
      here={group}
      title={t(`groups.${group}.title`)}
      lead={t(`groups.${group}.text`)}
    >
      <GroupNotices desk={desk} isKept={(await searchParams).fait === 'garde'} />
      {group === 'rules' && <ToWorkshop />}
      {group === 'modules' && <Withheld />}
      <GroupForm group={group} desk={desk} origins={origins} />
    </ConsoleFrame>
  )
}

async function Withheld() {
  const { tenant } = await currentSite()
  const { withheld } = await findMeans(tenant, new Date())
  const askAt = (await currentHref())('/administration/assistance')
  return (
    <div className="mb-8 max-w-[48rem]">
      <WithheldNotice withheld={withheld} askAt={askAt} />
    </div>
  )
}
