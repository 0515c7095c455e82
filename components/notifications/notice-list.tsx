import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { openNotice, readAll } from '@/lib/notifications/inbox/actions'

export type ShownNotice = {
  id: string
  headline: string
  title: string
  on: string
  isRead: boolean
  /** When it will also leave by letter; null when it has, or never will. */
  mailOn: string | null
}

export async function NoticeList({ notices }: { notices: ShownNotice[] }) {
  const t = await getTranslations('notifications')
  const words = await formWords()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {notices.map((notice) => (
        <li key={notice.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 py-5">
          <Icon
            name={notice.isRead ? 'check' : 'bell'}
            className={`mt-1 ${notice.isRead ? 'text-muted' : 'text-link'}`}
          />
          <div className="min-w-0">
            <p className={notice.isRead ? '' : 'font-bold'}>
              {!notice.isRead && <span className="sr-only">{t('unread')} </span>}
              {notice.headline}
            </p>
            {notice.title && (
              <p dir="auto" className="mt-1 text-muted">
                {notice.title}
              </p>
            )}
            <div className="mt-2 flex flex-wrap items-center gap-x-4">
              <ActionForm action={openNotice} words={words} refusals={{ not_there: t('gone') }}>
                <input type="hidden" name="eventId" value={notice.id} />
                <SubmitButton variant="quiet" className="!px-0">
                  {t('open')}
                  <span className="sr-only">{` : ${notice.headline}`}</span>
                </SubmitButton>
              </ActionForm>
              <p className="text-base text-muted">
                {notice.on}
                {notice.mailOn && ` · ${t('byMail', { on: notice.mailOn })}`}
              </p>
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

export async function ReadAll({ unread }: { unread: number }) {
  const t = await getTranslations('notifications')
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
      <p className="font-bold">{t('count', { count: unread })}</p>
      {unread > 0 && (
        <ActionForm action={readAll} words={await formWords()} refusals={{}}>
          <SubmitButton variant="secondary" icon={<Icon name="check" />}>
            {t('readAll')}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}
