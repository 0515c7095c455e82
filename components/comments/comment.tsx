import { WrittenText } from '@/components/ideas/written-text'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { Comment as Said } from '@/lib/comments/reading/rules'
import type { Stance } from '@/lib/comments/rules'
import { Votes } from './votes'
import type { Speech } from './words'

/** Asked for once by a page, for all that was said on it. */
export type Where = { slug: string; isOpen: boolean; speech: Speech }

const stanceLooks = {
  for: { tone: 'success', icon: 'plus' },
  against: { tone: 'danger', icon: 'x' },
  question: { tone: 'action', icon: 'message-circle' },
  neutral: { tone: 'neutral', icon: 'info' },
} as const

export function StanceTag({ stance, t }: { stance: Stance; t: Speech['t'] }) {
  const { tone, icon } = stanceLooks[stance]
  return (
    <Tag tone={tone} icon={<Icon name={icon} className="size-4" />}>
      {t(`stance.${stance}`)}
    </Tag>
  )
}

/** One comment: who, where they stand, when, what, and what one may do about it. */
export function Comment({ said, where }: { said: Said; where: Where }) {
  const { t, locale } = where.speech
  if (said.state !== 'visible') return <EmptyPlace said={said} t={t} />
  const name = nameOf(said, t)
  const isCity = said.voice === 'city'
  return (
    <article
      id={`c-${said.id}`}
      aria-label={t('one.by', { name })}
      className={`scroll-mt-6 target:outline-3 target:outline-offset-4 target:outline-focus ${isCity ? 'rounded-card border-s-4 border-action bg-action-tint p-4 text-on-action-tint' : ''}`}
    >
      <Heading said={said} name={name} speech={where.speech} />
      <div className="mt-2">
        <WrittenText text={said.body} lang={said.locale === locale ? undefined : said.locale} />
      </div>
      <Foot said={said} where={where} name={name} />
    </article>
  )
}

export function nameOf(said: Said, t: Speech['t']): string {
  if (said.voice === 'city') return said.author ?? t('one.city')
  if (said.author) return said.author
  if (said.isByMinor) return t('one.minor')
  return said.origin ? t('one.elsewhere', { origin: said.origin }) : t('one.deleted')
}

function Heading({ said, name, speech: { t, format } }: { said: Said; name: string; speech: Speech }) {
  const isQuiet = !said.author
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {said.voice === 'city' && <Icon name="landmark" />}
      <bdi className={isQuiet && said.voice !== 'city' ? 'text-muted' : 'font-bold'}>{name}</bdi>
      {said.voice === 'city' && (
        <Tag>
          {said.author ? `${t('one.city')} · ${t(`roles.${said.cityRole!}`)}` : t(`roles.${said.cityRole!}`)}
        </Tag>
      )}
      {said.voice === 'update' && (
        <Tag tone="accent" icon={<Icon name="megaphone" className="size-4" />}>
          {t('one.update')}
        </Tag>
      )}
      {said.voice === 'citizen' && said.parentId === null && <StanceTag stance={said.stance} t={t} />}
      {said.isByAuthor && said.voice === 'citizen' && <Tag>{t('one.ideaAuthor')}</Tag>}
      <span className={`text-sm ${said.voice === 'city' ? '' : 'text-muted'}`}>
        <time dateTime={said.at.toISOString()}>
          {format.dateTime(said.at, { dateStyle: 'long', timeStyle: said.origin ? undefined : 'short' })}
        </time>
        {said.editedAt &&
          ` · ${t('one.edited', { date: format.dateTime(said.editedAt, { timeStyle: 'short', dateStyle: 'medium' }) })}`}
      </span>
    </header>
  )
}

function Foot({ said, where, name }: { said: Said; where: Where; name: string }) {
  const { t, href } = where.speech
  const address = href(`/idees/${where.slug}/commentaires/${said.parentId ?? said.id}`)
  return (
    <footer className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      {where.isOpen && <Votes id={said.id} useful={said.useful} useless={said.useless} />}
      {said.importedUseful > 0 && (
        <span className="text-base text-muted">
          {t('one.importedUseful', { count: said.importedUseful })}
        </span>
      )}
      {where.isOpen && said.parentId === null && (
        <a
          href={`${address}#repondre`}
          aria-label={t('one.replyTo', { name })}
          className="inline-flex min-h-11 items-center text-base"
        >
          {t('one.reply')}
        </a>
      )}
      <a
        href={`${href('/signaler')}?commentaire=${said.id}`}
        aria-label={t('one.reportThis', { name })}
        rel="nofollow"
        className="inline-flex min-h-11 items-center text-sm text-muted"
      >
        {t('one.report')}
      </a>
    </footer>
  )
}

/** What cannot be read keeps its place when something readable answers it. */
function EmptyPlace({ said, t }: { said: Said; t: Speech['t'] }) {
  if (said.state === 'visible') return null
  return (
    <p id={`c-${said.id}`} className="scroll-mt-6 rounded-control bg-tint px-4 py-3 text-muted italic">
      {t(`gone.${said.state}`)}
    </p>
  )
}
