import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { stateTones } from '@/components/paper/sheet-list'
import { SheetSteps } from '@/components/paper/sheet-steps'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { requireRole } from '@/lib/auth/require-role'
import { findSheet } from '@/lib/ideas/paper/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const acts = ['saisie', 'comptee', 'renvoyee', 'demandee', 'retiree'] as const
const figures = ['lineCount', 'spoiltCount', 'alreadyCount', 'countedCount'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paper'))('title'), robots: { index: false } }
}

/** One sheet of paper: what was typed in as numbers, and what a second person does about it. */
export default async function SheetPage({ params, searchParams }: Props) {
  const { tenant } = await currentSite()
  const person = await requireRole('area_admin')
  const [{ id }, { fait }] = await Promise.all([params, searchParams])
  const sheet = (uuid.test(id) && (await findSheet(tenant, id, person))) || notFound()
  const [t, href] = await Promise.all([getTranslations('paper'), currentHref()])
  const act = acts.find((one) => one === fait)
  const back = (
    <a href={href(`/papier/${sheet.ideaId}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span lang={sheet.idea.locale} dir="auto">
        {sheet.idea.title}
      </span>
    </a>
  )
  return (
    <Page title={t('sheetTitle', { number: sheet.number })} above={back}>
      <div className="max-w-text space-y-8">
        {act && (
          <Notice tone="success" live="status">
            {t(`done.${act}`)}
          </Notice>
        )}
        <div className="space-y-4">
          <Tag tone={stateTones[sheet.state]}>{t(`states.${sheet.state}`)}</Tag>
          <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            {figures.map((key) => (
              <div key={key}>
                <dt className="text-base text-muted">{t(`figures.${key}`)}</dt>
                <dd className="text-2xl font-bold">{sheet[key] ?? '–'}</dd>
              </div>
            ))}
          </dl>
        </div>
        <SheetSteps sheet={sheet} personId={person.id} />
      </div>
    </Page>
  )
}
