import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { claim, giveBack } from '@/lib/moderation/desk/actions'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import { deskMoments, deskRefusalSentences } from './words'

/** Who holds it and since when, so that two people do not write the same letter. */
export async function ClaimPanel({ read, readerId }: { read: ReadTask; readerId: string }) {
  const t = await getTranslations('desk')
  const { time } = await deskMoments()
  const { task, isLocked, holder } = read
  if (read.isOwn || read.earlier.includes(readerId)) return null
  const isMine = isLocked && task.lockedById === readerId
  const name = holder ?? t('noAuthor')
  const since = task.lockedAt ? time(task.lockedAt) : ''
  const held = isMine ? t('lockedMine', { time: since }) : t('locked', { name, time: since })
  const label = isMine ? t('release') : isLocked ? t('takeOver', { name }) : t('claim')
  return (
    <section aria-labelledby="mains" className="rounded-card border border-line p-5">
      <h2 id="mains" className="text-lg">
        {t('claimTitle')}
      </h2>
      <p className="mt-2 flex items-start gap-2">
        <Icon name={isLocked ? 'lock' : 'user'} className="mt-1 shrink-0" />
        <span>
          {isLocked ? held : t('claimFree')}
          {isLocked && task.lockUntil && <>, {t('until', { time: time(task.lockUntil) })}</>}
        </span>
      </p>
      <ActionForm
        action={isMine ? giveBack : claim}
        words={await formWords()}
        refusals={await deskRefusalSentences()}
        className="mt-4"
      >
        <input type="hidden" name="taskId" value={task.id} />
        {isLocked && !isMine && <input type="hidden" name="takeOver" value="1" />}
        <SubmitButton variant="secondary" data-key="c" data-press>
          {label}
        </SubmitButton>
      </ActionForm>
      {isLocked && !isMine && <p className="mt-2 text-base text-muted">{t('takeOverWhy')}</p>}
    </section>
  )
}
