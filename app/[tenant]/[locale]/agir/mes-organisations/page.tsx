import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnList } from '@/components/agir/organisations/own-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { listOwnOrganisations } from '@/lib/agir/organisations/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOrganisations.own'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, unknown>> }

export default async function OwnOrganisationsPage({ searchParams }: Props) {
  const [person, site, href] = [await requirePerson(), await currentSite(), await currentHref()]
  const t = await getTranslations('agirOrganisations.own')
  const own = await listOwnOrganisations(site.tenant, person.id)
  const { fait } = await searchParams
  const begin = (
    <ButtonLink href={href('/mes-organisations/nouvelle')} icon={<Icon name="plus" />}>
      {t('begin')}
    </ButtonLink>
  )
  const initiatives = (
    <ButtonLink href={href('/mes-initiatives')} variant="secondary" icon={<Icon name="sprout" />}>
      {(await getTranslations('agirInitiatives.own'))('title')}
    </ButtonLink>
  )
  const find = (
    <ButtonLink href={href('/organisations')} variant="secondary">
      {t('find')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="space-y-8">
        {fait === 'jetee' && <Notice tone="success" live="status" title={t('done.jetee')} />}
        {fait === 'fermee' && <Notice tone="success" live="status" title={t('done.fermee')} />}
        {fait === 'partie' && <Notice tone="success" live="status" title={t('done.partie')} />}
        {own.length === 0 ? (
          <EmptyState
            title={t('empty')}
            action={
              <>
                {begin}
                {find}
              </>
            }
          >
            {t('emptyText')}
          </EmptyState>
        ) : (
          <>
            <OwnList own={own.map((one) => ({ ...one, href: href(`/mes-organisations/${one.id}`) }))} />
            <p className="flex flex-wrap gap-3">
              {begin}
              {find}
              {initiatives}
            </p>
          </>
        )}
      </div>
    </Page>
  )
}
