import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { archive, unarchive } from '@/lib/agir/activities/archiving/actions'

/** To put it away once it is over, or to take it out again. */
export async function ArchiveForm({ id, isArchived }: { id: string; isArchived: boolean }) {
  const t = await getTranslations('agirOwn.archive')
  const form = (
    <ActionForm
      action={isArchived ? unarchive : archive}
      words={await formWords()}
      refusals={{ not_there: t('not_there'), has_dates: t('has_dates') }}
      className="space-y-3"
    >
      <input type="hidden" name="activityId" value={id} />
      <p>{t(isArchived ? 'awayText' : 'text')}</p>
      <SubmitButton variant="secondary">{t(isArchived ? 'takeOut' : 'putAway')}</SubmitButton>
    </ActionForm>
  )
  return isArchived ? form : <Fold title={t('title')}>{form}</Fold>
}
