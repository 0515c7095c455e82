import { Icon } from '@/components/ui/icon'
import type { Thread } from '@/lib/comments/reading/rules'
import { nameOf, StanceTag } from './comment'
import type { Speech } from './words'
import { WrittenText } from '@/components/ideas/written-text'

type Best = { for: Thread | null; against: Thread | null }

/** What weighs most on each side, side by side, before anything else. */
export function BestArguments({
  best,
  slug,
  speech,
  level: Heading,
}: {
  best: Best
  slug: string
  speech: Speech
  level: 'h2' | 'h3'
}) {
  if (!best.for && !best.against) return null
  const { t } = speech
  return (
    <section aria-labelledby="arguments" className="mb-8">
      <Heading id="arguments" className="mb-3 text-lg md:text-lg">
        {t('best.title')}
      </Heading>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['for', 'against'] as const).map((side) => (
          <div
            key={side}
            className={`flex flex-col rounded-card border border-t-4 border-line p-4 ${side === 'for' ? 'border-t-success' : 'border-t-danger'}`}
          >
            <div>
              <StanceTag stance={side} t={t} />
            </div>
            {best[side] ? (
              <Argument said={best[side]} slug={slug} speech={speech} />
            ) : (
              <p className="mt-3 text-base text-muted">
                {t(side === 'for' ? 'best.noneFor' : 'best.noneAgainst')}
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

function Argument({
  said,
  slug,
  speech: { t, href, format },
}: {
  said: Thread
  slug: string
  speech: Speech
}) {
  const useful = said.useful + said.importedUseful
  return (
    <>
      <div className="mt-3 line-clamp-6 text-base">
        <WrittenText text={said.body} />
      </div>
      <p className="mt-auto flex flex-wrap items-center gap-x-3 pt-3 text-sm text-muted">
        <bdi>{nameOf(said, t)}</bdi>
        <span className="inline-flex items-center gap-1">
          <Icon name="thumbs-up" className="size-4" />
          {t('vote.useful')} {format.number(useful)}
        </span>
      </p>
      <a
        href={href(`/idees/${slug}/commentaires/${said.id}`)}
        className="inline-flex min-h-11 items-center text-base"
      >
        {said.replyCount > 0 ? t('one.replies', { count: said.replyCount }) : t('one.read')}
      </a>
    </>
  )
}
