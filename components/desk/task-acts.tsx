import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import { actsFor, changes, hiddenByTwoAbove, isHiddenByTwo } from '@/lib/moderation/rules'
import type { LetterTemplate } from '@/lib/moderation/templates/queries'
import type { Site } from '@/lib/tenancy/site'
import { ActTabs, actNames, type ShownAct } from './act-tabs'
import { OneButtonAct, ReasonsForm, WordsForm } from './act-forms'

type Shown = {
  site: Site
  read: ReadTask
  readerId: string
  templates: LetterTemplate[]
  threshold: number
  here: string
  asked: string | null
  templateId: string | null
}

/** What may be done about it, one thing at a time; which one is in the address, so that it works without a script. */
export async function TaskActs(shown: Shown) {
  const t = await getTranslations('desk')
  const { read, readerId, asked, here } = shown
  const { task, subject } = read
  if (task.closedAt !== null || !subject) return null
  if (read.isOwn) return <Notice title={t('ownTitle')}>{t('ownText')}</Notice>
  if (read.earlier.includes(readerId)) return <Notice title={t('sameReader')} />
  const acts = actsFor(task.kind, { state: task.state, isHidden: subject.standing === 'hidden' })
  const act = acts.find((one) => actNames[one as ShownAct] === asked) ?? acts[0]!
  return (
    <section aria-label={t('next')} className="rounded-card border border-line bg-tint p-5">
      {acts.length > 1 && <ActTabs acts={acts as ShownAct[]} current={act as ShownAct} here={here} />}
      <ActForm {...shown} act={act as ShownAct} />
    </section>
  )
}

async function ActForm({ act, ...shown }: Shown & { act: ShownAct }) {
  const t = await getTranslations('desk')
  const format = await getFormatter()
  const { task, subject, rounds } = shown.read
  const byTwo = isHiddenByTwo(subject!)
  const own = { ...shown, taskId: task.id }
  if (act === 'publish' && task.subjectKind !== 'idea')
    return <OneButtonAct does="letIn" id={task.id} text={t('publish.anything')} label={t('publish.submit')} />
  if (act === 'publish') {
    const text = t('publish.text', { threshold: format.number(shown.threshold) })
    return <OneButtonAct does="publish" id={subject!.id} text={text} label={t('publish.submit')} />
  }
  if (act === 'release')
    return (
      <OneButtonAct
        does="release"
        id={task.id}
        text={t('releaseHold.text')}
        label={t('releaseHold.submit')}
      />
    )
  if (act === 'hide' && task.kind === 'second_look')
    return (
      <OneButtonAct does="confirm" id={task.id} text={t('confirm.text')} label={t('confirm.submit')} danger />
    )
  if (act === 'refuse')
    return <ReasonsForm {...own} does="refuse" text={t('refuse.text')} label={t('refuse.submit')} />
  if (act === 'hide') {
    const many = byTwo ? t('hide.textTwo', { count: hiddenByTwoAbove }) : t('hide.text')
    const text = subject!.obligesTheCity ? t('hide.textOwed') : many
    const label = t(byTwo ? 'hide.submitTwo' : 'hide.submit')
    return <ReasonsForm {...own} does="hide" text={text} label={label} />
  }
  if (act === 'ask_changes' && rounds.length >= changes.rounds) return <p className="mt-4">{t('ask.over')}</p>
  const words = {
    ask_changes: { does: 'ask', text: t('ask.text', { days: changes.days }) },
    hold: { does: 'hold', text: t('hold.text') },
    keep: { does: 'keep', text: t('keep.text') },
    restore: { does: 'restore', text: t('restore.text') },
    decline_hide: { does: 'decline', text: null },
    uphold_appeal: { does: 'uphold', text: t('uphold.text') },
    reject_appeal: { does: 'reject', text: t('reject.text') },
  } as const
  const { does, text } = words[act]
  return <WordsForm {...own} does={does} text={text} words={t(`${does}.words`)} label={t(`${does}.submit`)} />
}
