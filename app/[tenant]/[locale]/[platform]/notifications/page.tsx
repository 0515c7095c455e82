import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { NoticeList, ReadAll } from '@/components/notifications/notice-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import { requirePerson } from '@/lib/auth/require-person'
import { headlineOf, titleOf } from '@/lib/mail/wording'
import { listNotices, type ReadNotice } from '@/lib/notifications/inbox/queries'
import { readNoticeCursor, writeNoticeCursor } from '@/lib/notifications/inbox/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'

type Props = { searchParams: Promise<{ avant?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('title'), robots: { index: false } }
}

export default async function NotificationsPage({ searchParams }: Props) {
  const { id } = await requirePerson()
  const site = await currentSite()
  const now = new Date()
  const t = await getTranslations('notifications')
  const href = await currentHref()
  const format = await getFormatter()
  const before = readNoticeCursor((await searchParams).avant)
  const { told, hasMore, unread } = await listNotices(site.tenant, id, before)
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="mb-8 flex flex-wrap gap-3">
        <ButtonLink href={href('/compte/notifications')} variant="secondary" icon={<Icon name="mail" />}>
          {t('choices.title')}
        </ButtonLink>
        <ButtonLink href={href('/compte/suivis')} variant="secondary" icon={<Icon name="bell" />}>
          {t('followed.title')}
        </ButtonLink>
      </div>
      {told.length === 0 && !before ? (
        <EmptyState
          title={t('empty')}
          action={
            isOffered(site.tenant, 'decider') && (
              <ButtonLink href={href('/idees', 'decider')}>{t('emptyAction')}</ButtonLink>
            )
          }
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          <ReadAll unread={unread} />
          <NoticeList notices={told.map(shown)} />
        </>
      )}
      {(hasMore || before) && (
        <div className="mt-8 flex justify-center">
          <Pagination
            label={t('pages')}
            previous={before ? { href: href('/notifications'), label: t('newest') } : undefined}
            next={
              hasMore
                ? {
                    href: `${href('/notifications')}?avant=${writeNoticeCursor(told.at(-1)!)}`,
                    label: t('older'),
                  }
                : undefined
            }
          />
        </div>
      )}
    </Page>
  )

  function shown(notice: ReadNotice) {
    const { id: event, at, readAt, mailDueAt, letterId } = notice
    const isWaiting = mailDueAt !== null && letterId === null && mailDueAt > now
    return {
      id: event,
      headline: headlineOf(site, notice),
      title: titleOf(notice),
      on: moment(at),
      isRead: readAt !== null,
      mailOn: isWaiting ? moment(mailDueAt) : null,
    }
  }
}
