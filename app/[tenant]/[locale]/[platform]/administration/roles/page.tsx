import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { FormerList } from '@/components/roles/former-list'
import { GiveRole } from '@/components/roles/give-role'
import { PersonSearch } from '@/components/roles/person-search'
import { placesOf } from '@/components/roles/places'
import { StaffList } from '@/components/roles/staff-list'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { findPerson, listFormerStaff, listStaff, searchPeople } from '@/lib/people/roles/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roles'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RolesPage({ searchParams }: Props) {
  const admin = await requireRole('admin')
  const site = await currentSite()
  const t = await getTranslations('roles')
  const href = await currentHref()
  const asked = await searchParams
  const said = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  const here = href('/administration/roles')
  const chosen = await findPerson(site.tenant, said('personne'))
  const found = chosen ? [] : await searchPeople(site.tenant, said('q'))
  const places = await placesOf(site)
  const done = (['donne', 'fin', 'retire'] as const).find((one) => one === said('fait'))
  return (
    <ConsoleFrame person={admin} here="roles" title={t('title')} lead={t('lead')}>
      {done && <Notice tone="success" live="status" title={t(`done.${done}`)} />}
      <div className="mt-8 grid gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-12">
          <StaffList held={await listStaff(site.tenant)} places={places} ownId={admin.id} />
          <FormerList former={await listFormerStaff(site.tenant)} places={places} />
        </div>
        <aside
          aria-labelledby="donner"
          className="order-first self-start rounded-card border border-line bg-tint p-5 xl:order-last"
        >
          {chosen ? (
            <GiveRole person={chosen} grants={admin.grants} places={places} againHref={here} />
          ) : (
            <PersonSearch here={here} asked={said('q')} found={found} />
          )}
        </aside>
      </div>
    </ConsoleFrame>
  )
}
