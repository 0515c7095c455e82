import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { requireRole } from '@/lib/auth/require-role'
import { findOpenExport } from '@/lib/people/exports/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('fetch.title'), robots: { index: false } }
}

/** Looking at it fetches nothing: only the button does, once. */
export default async function FetchExportPage({ params }: Props) {
  const person = await requireRole('dpo')
  const { tenant } = await currentSite()
  const t = await getTranslations('privacy')
  const href = await currentHref()
  const { id } = await params
  const asked = /^[0-9a-f-]{36}$/.test(id) ? await findOpenExport(tenant, person.id, id, new Date()) : null
  const back = (
    <a href={href('/administration/donnees')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('title')}
    </a>
  )
  if (!asked) return <Page title={t('fetch.goneTitle')} lead={t('fetch.gone')} above={back} width="text" />
  const fields = asked.fields.map((field) => t(`fields.${field}` as 'fields.name')).join(', ')
  return (
    <Page title={t('fetch.title')} lead={t('fetch.lead')} above={back} width="text">
      <p className="mb-6">
        <span className="font-bold">{t(`subjects.${asked.subject}`)}</span> : {fields}
      </p>
      <form method="post" action={`/api/administration/exports/${asked.id}`}>
        <Button type="submit" icon={<Icon name="download" />}>
          {t('fetch.button')}
        </Button>
      </form>
    </Page>
  )
}
