import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { drop, retry, retryAll } from '@/lib/mail/dead/actions'

type Failed = {
  id: string
  kind: string
  address: string
  attempts: number
  endedAt: Date | null
  reason: string
}

/** Each letter that did not leave: to whom, as far as one may see, what the mail server said, and what to do. */
export async function FailedLetters({ failed }: { failed: Failed[] }) {
  const t = await getTranslations('post')
  const format = await getFormatter()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {failed.map(({ id, kind, address, attempts, endedAt, reason }) => (
        <li key={id} className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0">
            <p className="font-bold">
              <bdi>{address}</bdi>
            </p>
            <p dir="ltr" className="mt-1 text-start wrap-anywhere text-danger">
              {reason}
            </p>
            <p className="mt-1 text-base text-muted">
              {t(kind === 'sign_in_link' ? 'link' : 'notice')}
              {' · '}
              {t('attempts', { count: attempts })}
              {endedAt && ` · ${format.dateTime(endedAt, { dateStyle: 'long', timeStyle: 'short' })}`}
            </p>
          </div>
          <LetterActs letterId={id} address={address} />
        </li>
      ))}
    </ul>
  )
}

async function LetterActs({ letterId, address }: { letterId: string; address: string }) {
  const t = await getTranslations('post')
  const words = await formWords()
  const refusals = { not_there: t('gone') }
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ActionForm action={retry} words={words} refusals={refusals}>
        <input type="hidden" name="letterId" value={letterId} />
        <SubmitButton variant="secondary" icon={<Icon name="refresh-cw" />}>
          {t('retry')}
          <span className="sr-only">{` : ${address}`}</span>
        </SubmitButton>
      </ActionForm>
      <ActionForm action={drop} words={words} refusals={refusals}>
        <input type="hidden" name="letterId" value={letterId} />
        <SubmitButton variant="quiet" icon={<Icon name="trash-2" />}>
          {t('drop')}
          <span className="sr-only">{` : ${address}`}</span>
        </SubmitButton>
      </ActionForm>
    </div>
  )
}

export async function RetryAll() {
  const t = await getTranslations('post')
  return (
    <ActionForm action={retryAll} words={await formWords()} refusals={{ not_there: t('gone') }}>
      <SubmitButton variant="secondary" icon={<Icon name="refresh-cw" />}>
        {t('retryAll')}
      </SubmitButton>
    </ActionForm>
  )
}
