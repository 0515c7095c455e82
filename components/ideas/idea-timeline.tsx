import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LifeStepText } from '@/components/life/step-text'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import type { PublicIdea } from '@/lib/ideas/queries'
import { articleOf, type Step, stepsOf } from '@/lib/ideas/timeline/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'
import { Section } from './section'
import { WrittenText } from './written-text'

/** A line from the first day to the last duty of the city: what is past is filled, what is owed is hollow with its day. */
export async function IdeaTimeline({ idea, now }: { idea: PublicIdea; now: Date }) {
  const t = await getTranslations('ideas')
  const steps = stepsOf(idea, now)
  if (steps.length === 0) return null
  return (
    <Section id="chronologie" title={t('timeline.title')}>
      <ol>
        {steps.map((step, index) => (
          <TimelineStep key={step.id} {...{ step, idea, now }} isLast={index === steps.length - 1} />
        ))}
      </ol>
    </Section>
  )
}

async function TimelineStep({
  step,
  idea,
  now,
  isLast,
}: {
  step: Step
  idea: PublicIdea
  now: Date
  isLast: boolean
}) {
  const [t, format] = await Promise.all([getTranslations('ideas'), getFormatter()])
  const day = step.state === 'past' ? step.at : new Date(step.at.getTime() - 1)
  const timeZone = idea.timeZone ?? undefined
  const kind = `timeline.kinds.${step.kind}` as 'timeline.kinds.other'
  return (
    <li className="relative flex gap-4 pb-6 last:pb-0">
      {!isLast && (
        <span aria-hidden="true" className="absolute start-[0.6875rem] top-7 -bottom-1 w-0.5 bg-line" />
      )}
      <Mark state={step.state} />
      <div className="min-w-0">
        <p className="font-bold">
          {t(t.has(kind) ? kind : 'timeline.kinds.other')}
          {step.state === 'next' && (
            <span className="ms-2 font-normal text-muted">({t('timeline.next')})</span>
          )}
          {step.state === 'late' && (
            <span className="ms-2 text-danger">
              {t('timeline.late', {
                days: Math.max(1, Math.ceil((now.getTime() - step.at.getTime()) / 86_400_000)),
              })}
            </span>
          )}
        </p>
        <p className="text-base text-muted">
          <time dateTime={day.toISOString()}>{format.dateTime(day, { dateStyle: 'long', timeZone })}</time>
          {step.state === 'past' &&
            !['threshold_reached', 'mission_reported'].includes(step.kind) &&
            ` · ${t(`timeline.by.${step.byRole}`)}`}
          <StepRule step={step} version={idea.ruleVersion} />
        </p>
        <StepText step={step} />
      </div>
    </li>
  )
}

function Mark({ state }: { state: Step['state'] }) {
  const looks = {
    past: 'border-action bg-action text-on-action',
    next: 'border-dashed border-control bg-paper',
    late: 'border-danger bg-paper text-danger',
  }
  return (
    <span
      aria-hidden="true"
      className={`relative mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border-2 ${looks[state]}`}
    >
      {state === 'past' && <Icon name="check" className="size-3.5" />}
      {state === 'late' && <Icon name="clock" className="size-3.5" />}
    </span>
  )
}

type Figure = 'count' | 'version' | 'taken' | 'days' | 'held'

async function StepText({ step }: { step: Step }): Promise<ReactNode> {
  const site = await currentSite()
  const [t, href] = await Promise.all([getTranslations('ideas'), currentHref()])
  const detail = (step.state === 'past' ? step.detail : {}) as Partial<Record<Figure, number>> & {
    slug?: string
    title?: string
    text?: string
    departmentId?: string | null
    into?: string
    url?: string
    milestoneId?: string
    source?: string
    path?: string
  }
  const { count = 0, taken = 0, days = 0, held = 0 } = detail
  const words = { ...ideaWords(site), count }
  const figures = { count, taken, days, held }
  const linkTo = (to: string) => ({ link: (text: ReactNode) => <a href={to}>{text}</a> })
  const stepAt = detail.milestoneId || !detail.source ? `#etape-${detail.milestoneId}` : href(detail.source)
  const texts: Record<string, () => ReactNode> = {
    published: () => t('timeline.texts.published'),
    threshold_reached: () => t('timeline.texts.threshold_reached', words),
    expired: () => (detail.count === undefined ? null : t('timeline.texts.expired', words)),
    relaunched: () =>
      detail.slug && t.rich('timeline.texts.relaunched', linkTo(href(`/idees/${detail.slug}`))),
    addendum: () => t.rich('timeline.texts.addendum', linkTo('#complements')),
    text_changed: () =>
      t.rich('timeline.texts.text_changed', { ...linkTo('#versions'), version: detail.version ?? 2 }),
    author_update: () => t.rich('timeline.texts.author_update', linkTo('#discussion')),
    deadline: () => t('timeline.texts.deadline'),
    certification: () => t('timeline.texts.certification'),
    threshold_certified: () => t('timeline.texts.threshold_certified'),
    threshold_annulled: () => t('timeline.texts.threshold_annulled', figures),
    supports_watched: () => t('timeline.texts.supports_watched'),
    supports_released: () => t('timeline.texts.supports_moved', figures),
    supports_invalidated: () => t('timeline.texts.supports_moved', figures),
    sheet_counted: () => t('timeline.texts.on_paper', figures),
    sheet_withdrawn: () => t('timeline.texts.on_paper', figures),
    supports_restored: () => t('timeline.texts.supports_restored', figures),
    examination_due: () => t.rich('timeline.texts.examination_due', linkTo(href('/engagements'))),
    answer: () => t('timeline.texts.answer'),
    acknowledge: () => t('timeline.texts.acknowledge'),
    name_instructor: () => t('timeline.texts.name_instructor'),
    admissibility: () => t('timeline.texts.admissibility'),
    opinion: () =>
      step.state === 'past' ? t.rich('timeline.texts.opinion', linkTo('#avis')) : t('timeline.texts.answer'),
    examination_started: () => {
      const department = site.tenant.departments.find(({ id }) => id === detail.departmentId)
      return department && localized(department.name, site.locale, site.tenant)
    },
    milestone: () => t.rich('timeline.texts.milestone', linkTo(stepAt)),
    became_project: () =>
      detail.url && (
        <a href={detail.url.startsWith('/') ? href(detail.url) : detail.url} dir="auto">
          {detail.into}
        </a>
      ),
    mission_reported: () =>
      isOffered(site.tenant, 'agir') && detail.path ? (
        <a href={href(detail.path, 'agir')} dir="auto">
          {detail.title}
        </a>
      ) : (
        detail.title
      ),
    inform_progress: () => t('timeline.texts.inform_progress'),
    relaunch: () => t('timeline.texts.relaunch'),
  }
  const text = texts[step.kind]?.()
  return (
    <>
      {text && <p className="mt-1">{text}</p>}
      {step.state === 'past' && <LifeStepText step={step} />}
      {detail.text && (
        <blockquote className="mt-2 border-s-2 border-line ps-3">
          <WrittenText text={detail.text} />
        </blockquote>
      )}
    </>
  )
}

async function StepRule({ step, version }: { step: Step; version: number | null }) {
  const article = articleOf[step.kind]
  if (!article || version === null) return null
  const [t, rules, href] = await Promise.all([
    getTranslations('ideas'),
    getTranslations('rules.articles'),
    currentHref(),
  ])
  return (
    <>
      {' · '}
      <a href={`${href(`/regles/${version}`)}#${article}`} className="text-muted">
        {t.rich('timeline.rule', {
          article: rules(`${article as 'seuil'}.title`),
          hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden>,
        })}
      </a>
    </>
  )
}
