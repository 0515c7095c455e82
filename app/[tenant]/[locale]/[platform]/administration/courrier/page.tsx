import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { FailedLetters, RetryAll } from '@/components/post/failed-letters'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Stat } from '@/components/ui/stat'
import { requireRole } from '@/lib/auth/require-role'
import { findPost } from '@/lib/mail/dead/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('post'))('title'), robots: { index: false } }
}

export default async function PostPage() {
  await requireRole('admin')
  const { tenant } = await currentSite()
  const t = await getTranslations('post')
  const href = await currentHref()
  const format = await getFormatter()
  const number = (count: number) => format.number(count)
  const post = await findPost(tenant, new Date())
  const back = (
    <a href={href('/compte')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={back}>
      <div className="mb-10 grid grid-cols-2 gap-6 md:grid-cols-4">
        <Stat figure={number(post.sent)} label={t('sent')} />
        <Stat figure={number(post.waiting)} label={t('waiting')} />
        <Stat figure={number(post.failedCount)} label={t('failed')} />
        <Stat figure={number(post.refusedMailboxes)} label={t('mailboxes')} />
      </div>
      {post.struggling > 0 && (
        <div className="mb-8">
          <Notice tone="warn" title={t('struggling', { count: post.struggling })}>
            <p>{t('strugglingText')}</p>
          </Notice>
        </div>
      )}
      {post.failed.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <section aria-labelledby="echecs">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h2 id="echecs" className="text-xl">
              {t('failedTitle')}
            </h2>
            <RetryAll />
          </div>
          <FailedLetters failed={post.failed} />
        </section>
      )}
    </Page>
  )
}
