import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { formWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { reply } from '@/lib/agir/calls/actions'
import type { Asked } from '@/lib/agir/calls/answering/queries'

/** One press answers: yes, no, or not any more. */
export async function AnswerForms({
  asked,
  token,
  isOpen,
}: {
  asked: Asked
  token?: string
  isOpen: boolean
}) {
  const t = await getTranslations('agirCalls')
  const isIn = asked.state === 'coming' || asked.state === 'waiting'
  const refusals = { not_there: t('refusals.not_there'), over: t('refusals.over') }
  return (
    <ActionForm action={reply} words={await formWords()} refusals={refusals} className="space-y-4">
      <input type="hidden" name="answerId" value={asked.id} />
      {token && <input type="hidden" name="jeton" value={token} />}
      <div className="flex flex-wrap gap-3">
        {isOpen && !isIn && (
          <Button type="submit" name="reply" value="yes" size="large">
            {t('answer.yes')}
          </Button>
        )}
        {asked.state !== 'declined' && asked.state !== 'stopped' && (
          <Button type="submit" name="reply" value="no" size="large" variant="secondary">
            {t('answer.no')}
          </Button>
        )}
      </div>
      {asked.state !== 'stopped' && (
        <p className="border-t border-line pt-4 text-base text-muted">
          <Button type="submit" name="reply" value="stop" variant="quiet">
            {t('answer.stop')}
          </Button>
          <br />
          {t('answer.stopHint')}
        </p>
      )}
    </ActionForm>
  )
}
