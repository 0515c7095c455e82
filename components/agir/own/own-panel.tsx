import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import type { OwnActivity } from '@/lib/agir/activities/own/queries'
import { discard, takeBack } from '@/lib/agir/activities/publishing/actions'
import { currentHref } from '@/lib/tenancy/current-site'

/** What can be done with it, as it stands. */
export async function OwnPanel({ activity }: { activity: OwnActivity }) {
  const [t, href, format] = await Promise.all([getTranslations('agirOwn'), currentHref(), getFormatter()])
  const { id, moderation, moderationDueAt, slug } = activity
  if (moderation === 'approved' && slug)
    return (
      <p>
        <ButtonLink href={href(`/activites/${slug}`)}>{t('see')}</ButtonLink>
      </p>
    )
  if (moderation === 'submitted')
    return (
      <div className="space-y-4">
        <p>
          {t('sent.text', {
            date: moderationDueAt ? format.dateTime(moderationDueAt, { dateStyle: 'long' }) : '',
          })}
        </p>
        <OneAct action={takeBack} id={id}>
          {t('takeBack')}
        </OneAct>
      </div>
    )
  if (moderation !== 'draft') return null
  return (
    <div className="flex flex-wrap items-center gap-4">
      <ButtonLink href={href(`/proposer/${id}`)}>{t('goOn')}</ButtonLink>
      <OneAct action={discard} id={id}>
        {t('discard')}
      </OneAct>
    </div>
  )
}

async function OneAct({
  action,
  id,
  children,
}: {
  action: typeof takeBack
  id: string
  children: ReactNode
}) {
  const t = await getTranslations('agirOffer.refusals')
  return (
    <ActionForm action={action} words={await formWords()} refusals={{ not_there: t('not_there') }}>
      <input type="hidden" name="activityId" value={id} />
      <SubmitButton variant="secondary">{children}</SubmitButton>
    </ActionForm>
  )
}
