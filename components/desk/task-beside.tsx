import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import { codeNames, deskMoments } from './words'

/** What was said like it before, and by whom: with what became of each. */
export async function TaskBeside({ read, deskHref }: { read: ReadTask; deskHref: string }) {
  const t = await getTranslations('desk')
  const { day } = await deskMoments()
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <Others title={t('alike')} none={t('alikeNone')} ideas={read.alike} deskHref={deskHref} />
      <Others title={t('byAuthor')} none={t('byAuthorNone')} ideas={read.byAuthor} deskHref={deskHref} />
      {read.rounds.length > 0 && (
        <section aria-labelledby="demandes" className="md:col-span-2">
          <h2 id="demandes" className="text-lg">
            {t('roundsTitle')}
          </h2>
          <ol className="mt-2 space-y-3">
            {read.rounds.map(({ round, text, askedAt, dueAt, answeredAt }) => (
              <li key={round} className="border-s-4 border-line ps-4">
                <p className="font-bold">{t('roundAsked', { round, date: day(askedAt) })}</p>
                <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                  {text}
                </p>
                <p className="text-base text-muted">
                  {answeredAt
                    ? t('roundAnswered', { date: day(answeredAt) })
                    : t('roundWaiting', { date: day(dueAt) })}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

type Listed = ReadTask['byAuthor'][number]

async function Others({
  title,
  none,
  ideas,
  deskHref,
}: {
  title: string
  none: string
  ideas: Listed[]
  deskHref: string
}) {
  const t = await getTranslations('desk')
  const nameOf = await codeNames()
  const tone = { refused: 'danger', hidden: 'danger', published: 'success' } as const
  return (
    <section aria-label={title}>
      <h2 className="text-lg">{title}</h2>
      {ideas.length === 0 && <p className="mt-2 text-muted">{none}</p>}
      <ul className="mt-2 space-y-3">
        {ideas.map(({ id, title: said, publication, refusalCode }) => (
          <li key={id}>
            <a href={`${deskHref}/${id}`} dir="auto" className="wrap-anywhere">
              {said}
            </a>
            <p className="mt-1 flex flex-wrap gap-2">
              <Tag tone={tone[publication as keyof typeof tone] ?? 'neutral'}>
                {t(`publications.${publication as 'submitted'}`)}
              </Tag>
              {refusalCode && <span className="text-base text-muted">{nameOf(refusalCode)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
