import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { DoorFrame } from '@/components/operator/door-frame'
import { requireOperator } from '@/lib/operator/acting'
import { start } from '@/lib/operator/wizard/actions'
import { communes } from '@/tenants/communes'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('create') }
}

export default async function NewCity() {
  await requireOperator()
  const t = await getTranslations('operator')
  return (
    <DoorFrame title={t('begin.title')} lead={t('begin.lead')}>
      <ActionForm
        action={start}
        words={await formWords()}
        labels={{ commune: t('begin.commune') }}
        refusals={{}}
        className="space-y-6"
      >
        <FormInput
          name="commune"
          label={t('begin.commune')}
          hint={t('begin.hint')}
          list="communes"
          autoComplete="off"
        />
        <datalist id="communes">
          {communes.map(({ insee, name }) => (
            <option key={insee} value={name}>
              {insee}
            </option>
          ))}
        </datalist>
        <SubmitButton wide>{t('begin.go')}</SubmitButton>
      </ActionForm>
    </DoorFrame>
  )
}
