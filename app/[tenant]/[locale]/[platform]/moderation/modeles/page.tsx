import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TemplateForm } from '@/components/desk/template-form'
import { TemplateList } from '@/components/desk/template-list'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { listTemplates } from '@/lib/moderation/templates/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('modeles.title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TemplatesPage({ searchParams }: Props) {
  await requireRole('moderator')
  const { tenant, locale } = await currentSite()
  const asked = await searchParams
  const [t, href] = [await getTranslations('desk'), await currentHref()]
  const templates = await listTemplates(tenant)
  const edited = templates.find(({ id }) => id === asked.modele) ?? null
  const back = (
    <a href={href('/moderation')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={t('modeles.title')} lead={t('modeles.lead')} above={back}>
      {asked.fait !== undefined && <Notice tone="success" live="status" title={t('modeles.done')} />}
      <div className="mt-6 grid gap-10 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <TemplateList templates={templates} here={href('/moderation/modeles')} />
        <TemplateForm edited={edited} locales={tenant.locales} locale={locale} />
      </div>
    </Page>
  )
}
