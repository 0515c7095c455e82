import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClaimPanel } from '@/components/desk/claim-panel'
import { KeysHelp } from '@/components/desk/keys-help'
import { TaskActs } from '@/components/desk/task-acts'
import { TaskBeside } from '@/components/desk/task-beside'
import { TaskHints } from '@/components/desk/task-hints'
import { TaskHistory } from '@/components/desk/task-history'
import { TaskText } from '@/components/desk/task-text'
import { TaskWhy } from '@/components/desk/task-why'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { findSubmission } from '@/lib/ideas/moderation/queries'
import { findTask, findTaskAbout } from '@/lib/moderation/desk/queries'
import { platformOf } from '@/lib/moderation/rules'
import { listTemplates } from '@/lib/moderation/templates/queries'
import { findRulesInForce } from '@/lib/rules/queries'
import { thresholdAt } from '@/lib/rules/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { platformsOf } from '@/lib/tenancy/site'
import type { Tenant } from '@/tenants/tenant'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title'), robots: { index: false } }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ReadTask({ params, searchParams }: Props) {
  const reader = await requireRole('moderator')
  const site = await currentSite()
  const [{ id }, asked] = [await params, await searchParams]
  const [t, href] = [await getTranslations('desk'), await currentHref()]
  const read = await findTask(site.tenant, { id, reader })
  if (!read) {
    const about = await findTaskAbout(site.tenant, id)
    if (!about) notFound()
    redirect(href(`/moderation/${about}${asked.deja === undefined ? '' : '?deja=1'}`))
  }
  const isIdea = read.task.subjectKind === 'idea' && read.subject
  const idea = isIdea ? await findSubmission(site.tenant, read.task.subjectId) : null
  const ruleSet = await findRulesInForce(site.tenant)
  const threshold = idea ? thresholdAt(ruleSet, idea) : ruleSet.threshold
  const templates = await listTemplates(site.tenant, read.subject?.locale ?? site.locale)
  const here = href(`/moderation/${read.task.id}`)
  const isClosed = read.task.closedAt !== null
  const back = (
    <a href={href('/moderation')} data-key="u" className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  const next = read.nextId && (
    <ButtonLink
      href={href(`/moderation/${read.nextId}`)}
      data-key="n"
      variant={isClosed ? 'primary' : 'secondary'}
      icon={<Icon name="arrow-right" />}
    >
      {t('goNext')}
    </ButtonLink>
  )
  const shownOn = platformOn(site.tenant, read.subject?.kind)
  const said = (name: string) => (typeof asked[name] === 'string' ? asked[name] : null)
  return (
    <Page title={<span dir="auto">{read.task.title}</span>} above={back}>
      {asked.deja !== undefined && (
        <div className="mb-6">
          <Notice tone="warn" live="alert" title={t('fault')} />
        </div>
      )}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="min-w-0 space-y-8">
          <TaskWhy read={read} />
          <TaskHints read={read} watched={site.tenant.moderation.watchedWords} />
          <TaskText
            {...{ site, read, idea }}
            publicHref={shownOn && read.subject ? href(read.subject.path, shownOn) : null}
          />
          {idea?.slug && shownOn && <LifeLink href={href(`/moderation/${idea.id}/vie`, 'decider')} />}
          <TaskBeside read={read} deskHref={href('/moderation')} />
        </div>
        <div className="min-w-0 space-y-6 lg:row-span-2">
          {!isClosed && read.subject && <ClaimPanel read={read} readerId={reader.id} />}
          {read.subject && (
            <TaskActs
              {...{ site, read, templates, threshold, here }}
              readerId={reader.id}
              asked={said('acte')}
              templateId={said('modele')}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            {next}
            <KeysHelp letters={isClosed ? ['n', 'u'] : ['c', 'p', 'r', 'm', 'n', 'u']} />
          </div>
          <TaskHistory read={read} />
        </div>
      </div>
    </Page>
  )
}

/** Where what is judged can be read, unless the city has switched that off. */
const platformOn = (tenant: Tenant, kind: keyof typeof platformOf | undefined) =>
  platformsOf(tenant).find((one) => kind && one === platformOf[kind])

async function LifeLink({ href }: { href: string }) {
  const t = await getTranslations('life')
  return (
    <p>
      <a href={href} className="inline-flex min-h-11 items-center">
        {t('staff.link')}
      </a>
    </p>
  )
}
