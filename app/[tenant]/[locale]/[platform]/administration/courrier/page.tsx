import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryLinks } from '@/components/administration/history-links'
import { FailedLetters, RetryAll } from '@/components/post/failed-letters'
import { SenderSection } from '@/components/post/sender-section'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Stat } from '@/components/ui/stat'
import { requireRole } from '@/lib/auth/require-role'
import { findPost } from '@/lib/mail/dead/queries'
import { findEmail, findSender } from '@/lib/mail/sender/queries'
import { currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('post'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PostPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const t = await getTranslations('post')
  const format = await getFormatter()
  const number = (count: number) => format.number(count)
  const post = await findPost(tenant, new Date())
  const { draft, settings } = await findDesk(tenant)
  const sender = await findSender(tenant, settings.mail)
  const asked = await searchParams
  const done = (['garde', 'essai', 'dns', 'rendu'] as const).find((one) => one === asked.fait)
  return (
    <ConsoleFrame person={person} here="post" title={t('title')} lead={t('lead')}>
      {done && (
        <div className="mb-8">
          <Notice tone="success" live="status" title={t(`sender.done.${done}`)} />
        </div>
      )}
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
      <SenderSection
        {...{ sender, mail: settings.mail, locales: settings.locales, rowVersion: draft?.rowVersion ?? 0 }}
        ownEmail={await findEmail(tenant, person.id)}
      />
      <HistoryLinks groups={['mail']} />
    </ConsoleFrame>
  )
}
