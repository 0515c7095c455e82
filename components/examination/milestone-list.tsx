import { getFormatter, getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import { Icon } from '@/components/ui/icon'
import type { Story } from '@/lib/ideas/examination/story/queries'
import { imageSources } from '@/lib/media/rules'

const icons = {
  planned: 'calendar',
  deliberation: 'landmark',
  budget: 'euro',
  contract: 'file-text',
  works: 'hammer',
  news: 'megaphone',
  delivered: 'circle-check',
  abandoned: 'x',
} as const

type Step = Story['milestones'][number]

/** From the promise to the ribbon, each step with its day, what proves it, and what it looks like. */
export async function MilestoneList({ milestones }: { milestones: Step[] }) {
  const t = await getTranslations('examination')
  return (
    <ol className="space-y-6">
      {milestones.map((step) => (
        <li key={step.id} id={`etape-${step.id}`} className="flex gap-4">
          <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-action-tint text-on-action-tint">
            <Icon name={icons[step.kind]} />
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-bold">{t(`milestones.${step.kind}`)}</p>
            <Days step={step} />
            <WrittenText text={step.body} />
            <Proof step={step} />
            <Photo step={step} />
          </div>
        </li>
      ))}
    </ol>
  )
}

async function Days({ step: { doneOn, plannedOn } }: { step: Step }) {
  const [t, format] = await Promise.all([getTranslations('examination'), getFormatter()])
  const day = (on: string) =>
    format.dateTime(new Date(`${on}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <p className="text-base text-muted">
      {doneOn && <time dateTime={doneOn}>{day(doneOn)}</time>}
      {doneOn && plannedOn && ' · '}
      {plannedOn && <time dateTime={plannedOn}>{t('plannedFor', { date: day(plannedOn) })}</time>}
    </p>
  )
}

async function Proof({ step: { reference, url } }: { step: Step }) {
  const t = await getTranslations('examination')
  if (!reference && !url) return null
  return (
    <p className="mt-1 text-base">
      {url ? (
        <a href={url} rel="noopener" className="inline-flex items-center gap-1">
          {reference ?? t('read')}
          <Icon name="external-link" />
        </a>
      ) : (
        reference
      )}
    </p>
  )
}

function Photo({ step: { file, alt, width, height } }: { step: Step }) {
  if (!file || !width || !height) return null
  return (
    <img
      {...imageSources({ file, width, height })}
      alt={alt ?? ''}
      sizes="(min-width: 64rem) 600px, 90vw"
      loading="lazy"
      className="mt-3 w-full max-w-[37.5rem] rounded-card border border-line"
    />
  )
}
