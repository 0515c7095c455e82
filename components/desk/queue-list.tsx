import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { formWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { boxLook } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { several } from '@/lib/moderation/desk/actions'
import type { QueueRow } from '@/lib/moderation/queue/queries'
import { deskMoments, deskRefusalSentences } from './words'

type Shown = QueueRow & { href: string; theme: string | null; district: string | null }

/** Rows to be read one by one; what can be done to several at once decides nothing. */
export async function QueueList({ rows, readerId }: { rows: Shown[]; readerId: string }) {
  const t = await getTranslations('desk')
  const first = rows.find((row) => mayTake(row))
  return (
    <ActionForm
      action={several}
      words={await formWords()}
      refusals={await deskRefusalSentences()}
      labels={{ task: t('several'), does: t('several') }}
    >
      <ol className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <Row key={row.id} row={row} readerId={readerId} first={row === first} />
        ))}
      </ol>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <span className="font-bold">{t('several')}</span>
        <Button type="submit" name="does" value="claim" variant="secondary">
          {t('severalClaim')}
        </Button>
        <Button type="submit" name="does" value="release" variant="secondary">
          {t('severalRelease')}
        </Button>
      </div>
      <p className="mt-3 max-w-text text-base text-muted">{t('severalWhy')}</p>
    </ActionForm>
  )
}

/** What one wrote or decided first is for somebody else to read. */
const mayTake = (row: Shown) => !row.isOwn && !row.isReadBefore

async function Row({ row, readerId, first }: { row: Shown; readerId: string; first: boolean }) {
  const t = await getTranslations('desk')
  const { day, time } = await deskMoments()
  const about = [
    row.theme,
    row.district,
    t('by', { name: row.author ?? t('noAuthor') }),
    t('opened', { date: day(row.openedAt) }),
  ]
  const since = row.lockedAt ? time(row.lockedAt) : ''
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2 py-4 focus-within:bg-tint md:grid-cols-[auto_minmax(0,1fr)_auto]">
      <div className="flex size-11 items-center justify-center">
        {mayTake(row) && (
          <input
            type="checkbox"
            id={first ? 'task' : `task-${row.id}`}
            name="task"
            value={row.id}
            aria-label={t('select', { title: row.title })}
            className={boxLook}
          />
        )}
      </div>
      <div className="min-w-0">
        <h2 dir="auto" className="text-lg font-bold wrap-anywhere">
          <a href={row.href} data-task-link>
            {row.title}
          </a>
        </h2>
        <p className="mt-1 text-base text-muted">{about.filter(Boolean).join(' · ')}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          <Tag tone={row.kind === 'submission' ? 'neutral' : 'accent'}>{t(`kinds.${row.kind}`)}</Tag>
          {row.state !== 'waiting' && <Tag tone="warn">{t(`states.${row.state}`)}</Tag>}
          {row.reportCount > 0 && (
            <Tag icon={<Icon name="flag" />}>{t('reports', { count: row.reportCount })}</Tag>
          )}
          {row.isLocked && (
            <Tag tone="action" icon={<Icon name="lock" />}>
              {row.lockedById === readerId
                ? t('lockedMine', { time: since })
                : t('locked', { name: row.holder ?? t('noAuthor'), time: since })}
            </Tag>
          )}
        </p>
        {row.isOwn && <p className="mt-1 text-base">{t('own')}</p>}
        {!row.isOwn && row.isReadBefore && <p className="mt-1 text-base">{t('refusals.same_reader')}</p>}
      </div>
      <p className="col-start-2 flex flex-wrap items-start gap-2 md:col-start-3 md:justify-end">
        {row.isLate && (
          <Tag tone="danger" icon={<Icon name="clock" />}>
            {t('lateTag')}
          </Tag>
        )}
        <span className={row.isLate ? 'font-bold text-danger' : 'font-bold'}>
          {t(row.isLate ? 'overdue' : 'due', {
            date: day(new Date(row.dueAt.getTime() - (row.isLate ? 1 : 0))),
          })}
        </span>
      </p>
    </li>
  )
}
