import { getFormatter, getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { StageTag } from '@/components/ideas/stage-tag'
import { Progress } from '@/components/ui/progress'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'

type Sent = ComponentProps<typeof StageTag>['idea'] & {
  id: string
  title: string
  href: string
  submittedAt: Date | null
  supportCount: number
  threshold: number | null
  deadlineAt: Date | null
}

export async function SentList({ sent }: { sent: Sent[] }) {
  const t = await getTranslations('author')
  return (
    <section aria-labelledby="sent">
      <h2 id="sent" className="text-2xl">
        {t('sent')}
      </h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {sent.map((idea) => (
          <li key={idea.id} className="py-5">
            <OwnStateTag idea={idea} />
            <h3 dir="auto" className="mt-2 text-lg font-bold wrap-anywhere">
              <a href={idea.href}>{idea.title}</a>
            </h3>
            <Where idea={idea} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where it stands for its author, who also sees what the public does not. */
export async function OwnStateTag({ idea }: { idea: ComponentProps<typeof StageTag>['idea'] }) {
  const t = await getTranslations('author')
  if (idea.publication === 'submitted')
    return (
      <Tag tone="warn" icon={<Icon name="hourglass" />}>
        {t('states.submitted')}
      </Tag>
    )
  if (idea.publication === 'refused')
    return (
      <Tag tone="danger" icon={<Icon name="x" />}>
        {t('states.refused')}
      </Tag>
    )
  return <StageTag idea={idea} />
}

async function Where({
  idea: { threshold, supportCount, deadlineAt, submittedAt, publication, collection },
}: {
  idea: Sent
}) {
  const t = await getTranslations('author')
  const format = await getFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  if (!threshold)
    return (
      submittedAt && <p className="mt-1 text-base text-muted">{t('sentOn', { date: day(submittedAt) })}</p>
    )
  const isRunning = publication === 'published' && collection !== 'expired'
  const supports = t('supports', { count: supportCount, threshold: format.number(threshold) })
  return (
    <div className="mt-2 max-w-100">
      <Progress value={supportCount} max={threshold} text={supports} />
      <p className="mt-1 text-base text-muted">
        {supports}
        {deadlineAt && isRunning && ` · ${t('until', { date: day(new Date(deadlineAt.getTime() - 1)) })}`}
      </p>
    </div>
  )
}
