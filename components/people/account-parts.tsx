import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { formWords } from '@/components/forms/form-words'
import { stopFollowing } from '@/lib/people/actions'

export function Part({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <section aria-labelledby={id}>
      <Card>
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {lead && <p className="mt-2 text-muted">{lead}</p>}
        {children && <div className="mt-5">{children}</div>}
      </Card>
    </section>
  )
}

/** Leaves by a plain form: it works before any script, and nothing of the page stays behind. */
export async function SignOut({ everywhere }: { everywhere?: boolean }) {
  const t = await getTranslations('account')
  return (
    <form method="post" action="/api/auth/signout">
      {everywhere && <input type="hidden" name="partout" value="1" />}
      <Button type="submit" variant="secondary" icon={<Icon name="log-out" />}>
        {t(everywhere ? 'sessions.endAll' : 'signOut')}
      </Button>
    </form>
  )
}

type Followed = { id: string; title: string; href: string }

export async function FollowedList({ followed }: { followed: Followed[] }) {
  const t = await getTranslations('account.follows')
  const words = await formWords()
  if (followed.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="divide-y divide-line">
      {followed.map(({ id, title, href }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <a href={href} dir="auto" className="min-w-0 flex-1 basis-64 font-bold">
            {title}
          </a>
          <ActionForm action={stopFollowing} words={words} refusals={{}}>
            <input type="hidden" name="ideaId" value={id} />
            <Button
              type="submit"
              variant="quiet"
              icon={<Icon name="bell-off" />}
              className="-ms-5 sm:ms-0 sm:-me-5"
            >
              <span aria-hidden="true">{t('stop')}</span>
              <VisuallyHidden>{t('stopWhat', { title })}</VisuallyHidden>
            </Button>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}

type Open = { id: string; startedAt: Date; expiresAt: Date }

export async function SessionList({ sessions, hereId }: { sessions: Open[]; hereId?: string }) {
  const t = await getTranslations('account.sessions')
  const format = await getFormatter()
  return (
    <ul className="mb-5 divide-y divide-line">
      {sessions.map(({ id, startedAt, expiresAt }) => (
        <li key={id} className="py-3">
          <span className="font-bold">{t(id === hereId ? 'here' : 'other')}</span>
          <span className="block text-muted">
            {t('since', { at: format.dateTime(startedAt, { dateStyle: 'long', timeStyle: 'short' }) })},{' '}
            {t('until', { at: format.dateTime(expiresAt, { dateStyle: 'long' }) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
