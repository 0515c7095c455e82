import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnNewsState, WriteNews } from '@/components/agir/news/own-news'
import { Page } from '@/components/layout/page'
import { AppealPanel } from '@/components/reports/appeal-panel'
import { Statement } from '@/components/reports/statement'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findOwnNews } from '@/lib/agir/news/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirNews'))('own'), robots: { index: false } }
}

const told = ['garde', 'envoyee', 'publiee'] as const

export default async function OwnNewsPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const site = await currentSite()
  const [{ id }, { fait }] = await Promise.all([params, searchParams])
  const one = (await findOwnNews(site.tenant, id, person.id)) ?? notFound()
  const [t, href] = await Promise.all([getTranslations('agirNews'), currentHref()])
  const isRestricted = one.state === 'rejected' || one.state === 'hidden'
  const statement = isRestricted ? await findStatement(site.tenant, id, person.id) : null
  const said = told.find((word) => word === fait)
  const about = one.initiative
    ? { ...one.initiative, path: `/mes-initiatives/${one.initiative.id}` }
    : { ...one.activity!, path: `/mes-activites/${one.activity!.id}` }
  const back = (
    <a href={href(about.path)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto" className="line-clamp-1">
        {about.title}
      </span>
    </a>
  )
  return (
    <Page title={<span dir="auto">{one.title}</span>} above={back} width="text">
      <div className="space-y-10">
        {said && <Notice tone="success" live="status" title={t(`done.${said}`)} />}
        <OwnNewsState one={one} />
        {statement && (
          <>
            <AppealPanel statement={statement} kind="news" subjectId={id} />
            <Statement
              statement={statement}
              email={site.tenant.contact.email}
              rulesHref={href(`/regles/${statement.ruleVersion ?? 1}`, 'decider')}
            />
          </>
        )}
        {one.state === 'draft' && <WriteNews one={one} />}
      </div>
    </Page>
  )
}
