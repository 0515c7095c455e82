import { getFormatter, getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { OwnComment } from '@/lib/comments/own/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { StanceTag } from './comment'

/** What somebody said, where, what others thought of it, and the way to change it. */
export async function OwnList({ own }: { own: OwnComment[] }) {
  const [t, href, format] = await Promise.all([getTranslations('comments'), currentHref(), getFormatter()])
  return (
    <ul className="divide-y divide-line border-y border-line">
      {own.map((said) => (
        <li key={said.id} className="space-y-3 py-6">
          <h2 className="text-base font-normal text-muted md:text-base">
            {t('mine.under', { title: said.ideaTitle })}
          </h2>
          <div className="flex flex-wrap items-center gap-3">
            {said.voice === 'citizen' && said.parentId === null && <StanceTag stance={said.stance} t={t} />}
            {said.voice !== 'citizen' && <Tag tone="action">{t(`one.${said.voice}`)}</Tag>}
            <OwnState state={said.state} />
            <time dateTime={said.at.toISOString()} className="text-sm text-muted">
              {format.dateTime(said.at, { dateStyle: 'long', timeStyle: 'short' })}
            </time>
            <span className="text-sm text-muted">
              {t('mine.votes', { useful: said.useful, useless: said.useless })}
            </span>
          </div>
          <WrittenText text={said.body} />
          <p className="flex flex-wrap gap-x-5">
            <a
              href={`${href(`/idees/${said.slug}/commentaires/${said.id}`)}#c-${said.id}`}
              className="inline-flex min-h-11 items-center"
            >
              {t('mine.see')}
            </a>
            <a href={href(`/mes-commentaires/${said.id}`)} className="inline-flex min-h-11 items-center">
              {t('mine.manage')}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

export async function OwnState({ state }: { state: OwnComment['state'] }) {
  const t = await getTranslations('comments')
  if (state === 'visible' || state === 'removed') return null
  return (
    <Tag tone="warn" icon={<Icon name="eye" className="size-4" />}>
      {t(`change.state.${state}`)}
    </Tag>
  )
}
