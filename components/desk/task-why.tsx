import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import { codeNames, deskMoments } from './words'

/** Why it is on the desk, and by when the city owes an answer. */
export async function TaskWhy({ read }: { read: ReadTask }) {
  const t = await getTranslations('desk')
  const r = await getTranslations('reports')
  const { day, at } = await deskMoments()
  const nameOf = await codeNames()
  const { task, isLate, appeal } = read
  const isOpen = task.closedAt === null
  const inHours = task.kind === 'report' || task.kind === 'second_look'
  const proposal = task.kind === 'second_look' ? task.matter : null
  const proposer = read.decisions.find(({ act }) => act === 'propose_hide')?.by
  return (
    <section aria-labelledby="pourquoi">
      <h2 id="pourquoi" className="sr-only">
        {t('why')}
      </h2>
      <p className="flex flex-wrap items-center gap-2">
        <Tag tone={task.kind === 'submission' ? 'neutral' : 'accent'}>{t(`kinds.${task.kind}`)}</Tag>
        {isOpen && task.state !== 'waiting' && <Tag tone="warn">{t(`states.${task.state}`)}</Tag>}
        {isOpen && isLate && (
          <Tag tone="danger" icon={<Icon name="clock" />}>
            {t('lateTag')}
          </Tag>
        )}
        {isOpen && (
          <span className={isLate ? 'font-bold text-danger' : 'font-bold'}>
            {t(isLate ? 'overdue' : 'due', { date: inHours ? at(task.dueAt) : day(task.dueAt) })}
          </span>
        )}
        {!isOpen && <Tag tone="success">{t('closed')}</Tag>}
      </p>
      <p className="mt-2 text-muted">
        {t('by', { name: read.author ?? t('noAuthor') })} · {t('opened', { date: day(task.openedAt) })}
      </p>
      {proposal && (
        <Said title={t('secondLead', { name: proposer ?? t('noAuthor') })} text={proposal.text ?? ''}>
          {t('confirm.proposed', { code: nameOf(proposal.code ?? null) })}
          {proposal.groundText && ` · ${proposal.groundText}`}
        </Said>
      )}
      {task.matter?.left && <p className="mt-3 font-bold">{t('left')}</p>}
      {appeal && <Said title={t('appealed')} text={appeal.text} />}
      {read.reports.length > 0 && (
        <div className="mt-5">
          <h3 className="text-lg">{t('reported')}</h3>
          <ul className="mt-2 space-y-3">
            {read.reports.map(({ id, reason, text, at: sentAt }) => (
              <li key={id} className="border-s-4 border-line ps-4">
                <p className="font-bold">
                  {r(`reasons.${reason}`)} · <span className="font-normal">{at(sentAt)}</span>
                </p>
                <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function Said({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <div className="mt-5">
      <h3 className="text-lg">{title}</h3>
      {children && <p className="mt-1 font-bold">{children}</p>}
      <blockquote dir="auto" className="mt-2 border-s-4 border-line ps-4 wrap-anywhere whitespace-pre-line">
        {text}
      </blockquote>
    </div>
  )
}
