import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { ConversationRow } from '@/lib/agir/conversations/reading/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { momentWords } from './words'

/** Everything one takes part in, the last word first. */
export async function ConversationList({ conversations }: { conversations: ConversationRow[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {conversations.map((one) => (
        <li key={one.id} className="py-5">
          <Row one={one} />
        </li>
      ))}
    </ul>
  )
}

async function Row({ one }: { one: ConversationRow }) {
  const [t, href, moment] = await Promise.all([getTranslations('agirMessages'), currentHref(), momentWords()])
  const name = one.with ?? t(one.side === 'person' ? 'organiser' : 'nobody')
  return (
    <article>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg md:text-lg">
          <a href={href(`/messages/${one.id}`)} className="inline-flex min-h-11 items-center">
            <bdi>{name}</bdi>
          </a>
        </h2>
        {one.isUnread && (
          <Tag tone="action" icon={<Icon name="mail" className="size-4" />}>
            {t('unread')}
          </Tag>
        )}
      </div>
      <p className="text-base text-muted">
        {t(`kinds.${one.kind}`)} ·{' '}
        <bdi lang={one.locale} className="wrap-anywhere">
          {one.title}
        </bdi>
      </p>
      {one.excerpt && (
        <p dir="auto" className={`mt-1 line-clamp-2 wrap-anywhere ${one.isUnread ? 'font-bold' : ''}`}>
          {one.excerpt}
        </p>
      )}
      <p className="mt-1 text-base text-muted">
        <time dateTime={one.lastAt.toISOString()}>{moment(one.lastAt)}</time>
      </p>
    </article>
  )
}
