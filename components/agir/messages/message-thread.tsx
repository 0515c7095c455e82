import { getTranslations } from 'next-intl/server'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Conversation } from '@/lib/agir/conversations/reading/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { momentWords } from './words'

type Said = Conversation['messages'][number]

/** What was said, the first word first: one's own side at the end of the line, the other at its beginning. */
export async function MessageThread({ conversation }: { conversation: Conversation }) {
  const { messages, side } = conversation
  return (
    <ol className="space-y-5">
      {messages.map((one, place) => (
        <li
          key={one.id}
          id={place === messages.length - 1 ? 'dernier' : `m-${one.id}`}
          className={`flex scroll-mt-6 ${one.side === side ? 'justify-end' : ''}`}
        >
          <Bubble one={one} isOwnSide={one.side === side} />
        </li>
      ))}
    </ol>
  )
}

async function Bubble({ one, isOwnSide }: { one: Said; isOwnSide: boolean }) {
  const [t, moment] = await Promise.all([getTranslations('agirMessages'), momentWords()])
  const look = isOwnSide ? 'bg-action-tint text-on-action-tint' : 'border border-line bg-paper'
  return (
    <article className={`max-w-[min(36rem,92%)] rounded-card p-4 ${look}`}>
      <header className="text-base">
        <bdi className="font-bold">{one.isOwn ? t('you') : await signature(one)}</bdi>
        {' · '}
        <time dateTime={one.at.toISOString()}>{moment(one.at)}</time>
      </header>
      {one.body && (
        <p dir="auto" className="mt-2 whitespace-pre-line wrap-anywhere">
          {one.body}
        </p>
      )}
      {one.state === 'hidden' && <p className="mt-2 italic">{t('hidden')}</p>}
      {one.state === 'visible' && !isOwnSide && <ReportLink one={one} />}
    </article>
  )
}

async function signature(one: Said): Promise<string> {
  const t = await getTranslations('agirMessages')
  const name = one.by ?? t(one.side === 'person' ? 'nobody' : 'organiser')
  return one.for && one.by ? t('byFor', { name, organisation: one.for }) : (one.for ?? name)
}

async function ReportLink({ one }: { one: Said }) {
  const [t, href, moment] = await Promise.all([
    getTranslations('agirMessages.report'),
    currentHref(),
    momentWords(),
  ])
  return (
    <a
      href={href(`/messages/${one.conversationId}/signaler?message=${one.id}`)}
      className="mt-1 inline-flex min-h-11 items-center text-base text-muted"
    >
      <span aria-hidden>{t('link')}</span>
      <VisuallyHidden>{t('linkOf', { moment: moment(one.at) })}</VisuallyHidden>
    </a>
  )
}
