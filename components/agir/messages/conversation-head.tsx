import { getTranslations } from 'next-intl/server'
import type { Conversation } from '@/lib/agir/conversations/reading/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { dateWords } from '../dates/date-words'

/** What it is about, on which date, and for whom one speaks. */
export async function ConversationHead({ conversation: one }: { conversation: Conversation }) {
  const [t, href, words] = await Promise.all([getTranslations('agirMessages'), currentHref(), dateWords()])
  const path = one.kind === 'membership' ? 'organisations' : 'activites'
  const { startsAt, endsAt, zone } = one
  return (
    <div className="rounded-card border border-line bg-tint p-4">
      <p>
        {t(`kinds.${one.kind}`)} ·{' '}
        {one.slug ? (
          <a href={href(`/${path}/${one.slug}`)} lang={one.locale} dir="auto" className="font-bold">
            {one.title}
          </a>
        ) : (
          <bdi className="font-bold">{one.title}</bdi>
        )}
      </p>
      {startsAt && endsAt && zone && <p>{words.whole({ startsAt, endsAt, zone })}</p>}
      {one.side === 'team' && (
        <p className="mt-1 text-muted">
          {one.organisationId ? t('asTeam', { name: one.teamName ?? '' }) : t('asYourself')}
        </p>
      )}
    </div>
  )
}
