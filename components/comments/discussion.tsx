import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Discussion as Read } from '@/lib/comments/reading/queries'
import { writeOrder } from '@/lib/comments/reading/input'
import { type Order, orders } from '@/lib/comments/reading/rules'
import { isDiscussed } from '@/lib/comments/rules'
import type { Axes } from '@/lib/ideas/rules'
import { BestArguments } from './best-arguments'
import { CommentForm } from './comment-form'
import { Thread } from './thread'
import { Voting } from './voting'
import { speech, type Speech } from './words'

export type Discussed = Pick<Axes, 'publication'> & { id: string; slug: string | null; origin: string | null }

/** What is said of an idea, under it: the rest of the page is made while it is looked for. */
export async function Discussion({ idea, reading }: { idea: Discussed; reading: Promise<Read | null> }) {
  const [t, read] = [await getTranslations('comments'), await reading]
  const isOpen = isDiscussed(idea)
  if (!read || (!isOpen && read.counts.all === 0)) return null
  return (
    <Section id="discussion" title={t('title')}>
      <DiscussionBody idea={idea} read={read} order="balanced" isFirst />
    </Section>
  )
}

/** One page of a discussion: how much, in which order, the best of each side, the threads, and one's own word. */
export async function DiscussionBody({
  idea,
  read,
  order,
  isFirst,
  level: Heading = 'h3',
}: {
  idea: Discussed
  read: Read
  order: Order
  isFirst: boolean
  level?: 'h2' | 'h3'
}) {
  const slug = idea.slug ?? idea.id
  const isOpen = isDiscussed(idea)
  const where = { slug, isOpen, speech: await speech() }
  const { t } = where.speech
  return (
    <div data-about-idea={idea.id}>
      <Sizes read={read} t={t} />
      {!isOpen && (
        <p className="mb-6 rounded-control bg-tint px-4 py-3">{t(idea.origin ? 'archive' : 'closed')}</p>
      )}
      {isFirst && <BestArguments best={read.best} slug={slug} speech={where.speech} level={Heading} />}
      {read.counts.all > 1 && <Orders slug={slug} order={order} speech={where.speech} />}
      <Voting isOpen={isOpen}>
        <ol className="divide-y divide-line">
          {read.threads.map((said) => (
            <li key={said.id} className="py-6 first:pt-2">
              <Thread said={said} where={where} />
            </li>
          ))}
        </ol>
      </Voting>
      <Ways read={read} slug={slug} isFirst={isFirst} order={order} speech={where.speech} />
      {isOpen && (
        <section
          aria-labelledby="ecrire"
          className="mt-6 rounded-card border border-line bg-tint p-5 md:p-6"
          data-screen-only
        >
          <Heading id="ecrire" className="mb-4 text-lg md:text-lg">
            {t('write.title')}
          </Heading>
          <CommentForm idea={{ id: idea.id, slug }} />
        </section>
      )}
    </div>
  )
}

function Sizes({ read: { counts }, t }: { read: Read; t: Speech['t'] }) {
  if (counts.all === 0) return <p className="mb-2 text-muted">{t('empty')}</p>
  const sides = { for: counts.for, against: counts.against, questions: counts.question }
  return (
    <p className="mb-6 text-muted">
      <strong className="text-ink">{t('count', { count: counts.all })}</strong>
      {' · '}
      {t('sides', sides)}
    </p>
  )
}

function Orders({ slug, order, speech: { t, href } }: { slug: string; order: Order; speech: Speech }) {
  const path = href(`/idees/${slug}/discussion`)
  return (
    <nav aria-label={t('order.label')} className="mb-2 border-b border-line">
      <ul className="flex flex-wrap gap-x-5">
        {(Object.keys(orders) as Order[]).map((one) => (
          <li key={one}>
            <a
              href={path + writeOrder(one)}
              aria-current={one === order ? 'page' : undefined}
              className="inline-flex min-h-11 items-center text-base no-underline underline-offset-8 hover:underline aria-[current=page]:font-bold aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-action aria-[current=page]:decoration-3"
            >
              {t(`order.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Ways({
  read,
  slug,
  isFirst,
  order,
  speech: { t, href },
}: {
  read: Read
  slug: string
  isFirst: boolean
  order: Order
  speech: Speech
}) {
  const path = href(`/idees/${slug}/discussion`)
  return (
    <div className="flex flex-wrap items-center gap-3">
      {read.next && (
        <ButtonLink href={path + writeOrder(order, read.next)} variant="secondary" rel="next">
          {t('more')}
        </ButtonLink>
      )}
      {!isFirst && <a href={path + writeOrder(order)}>{t('first')}</a>}
      {read.counts.all > 0 && (
        <a href={`${path}/flux`} className="inline-flex min-h-11 items-center gap-2 text-base">
          <Icon name="rss" />
          {t('feed')}
        </a>
      )}
    </div>
  )
}
