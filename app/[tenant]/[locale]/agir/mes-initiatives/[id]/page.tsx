import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Belonging } from '@/components/agir/initiatives/belonging'
import { KeptState } from '@/components/agir/initiatives/kept-state'
import { PeoplePanel } from '@/components/agir/initiatives/people-panel'
import { TellPanel } from '@/components/agir/news/tell-panel'
import { Page } from '@/components/layout/page'
import { AppealPanel } from '@/components/reports/appeal-panel'
import { Statement } from '@/components/reports/statement'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findKeptInitiative, listPeople } from '@/lib/agir/initiatives/own/queries'
import { listNewsWritten } from '@/lib/agir/news/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirInitiatives.own'))('title'), robots: { index: false } }
}

const told = ['envoyee', 'publiee', 'terminee', 'reprise', 'partagee'] as const

export default async function KeptInitiativePage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const site = await currentSite()
  const [{ id }, { fait }] = await Promise.all([params, searchParams])
  const one = (await findKeptInitiative(site.tenant, id, person.id)) ?? notFound()
  const [t, href] = await Promise.all([getTranslations('agirInitiatives.own'), currentHref()])
  const isRestricted = one.state === 'rejected' || one.state === 'hidden'
  const statement = isRestricted ? await findStatement(site.tenant, id, person.id) : null
  const said = told.find((word) => word === fait)
  const back = (
    <a href={href('/mes-initiatives')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('title')}
    </a>
  )
  return (
    <Page title={<span dir="auto">{one.title}</span>} above={back} width="text">
      <div className="space-y-10">
        {said && <Notice tone="success" live="status" title={t(`done.${said}`)} />}
        {fait === 'garde' && (
          <Notice tone="success" live="status" title={t(one.wish ? 'done.attend' : 'done.garde')} />
        )}
        <KeptState one={one} />
        {statement && (
          <>
            <AppealPanel statement={statement} kind="initiative" subjectId={id} />
            <Statement
              statement={statement}
              email={site.tenant.contact.email}
              rulesHref={href(`/regles/${statement.ruleVersion ?? 1}`, 'decider')}
            />
          </>
        )}
        {one.state === 'active' && <Belonging one={one} />}
        {(one.state === 'active' || one.state === 'ended') && (
          <TellPanel
            kind="initiative"
            id={id}
            written={await listNewsWritten(site.tenant, { initiativeId: id })}
          />
        )}
        {(one.state === 'active' || one.state === 'ended') && (
          <PeoplePanel one={one} people={await listPeople(site.tenant, id)} personId={person.id} />
        )}
      </div>
    </Page>
  )
}
