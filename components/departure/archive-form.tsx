import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { askForArchive } from '@/lib/tenancy/departure/packages/actions'

export async function ArchiveForm() {
  const t = await getTranslations('departure')
  return (
    <ActionForm
      action={askForArchive}
      words={await formWords()}
      refusals={{ too_many_packages: t('ask.too_many_packages') }}
      done={t('keep.done')}
    >
      <SubmitButton variant="secondary" icon={<Icon name="download" />}>
        {t('keep.button')}
      </SubmitButton>
    </ActionForm>
  )
}
