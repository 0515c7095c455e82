import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { DoorFrame } from '@/components/operator/door-frame'
import { Notice } from '@/components/ui/notice'
import { findDemoCode } from '@/lib/operator/sign-in/queries'
import { giveCode } from '@/lib/operator/sign-in/actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('code.title') }
}

export default async function OperatorCode() {
  const t = await getTranslations('operator')
  const code = await findDemoCode(new Date())
  return (
    <DoorFrame title={t('code.title')} lead={t('code.lead')}>
      {code && (
        <Notice title={t('code.demo')}>
          <span className="tabular text-lg">{code}</span>
        </Notice>
      )}
      <ActionForm
        action={giveCode}
        words={await formWords()}
        labels={{ code: t('code.label') }}
        refusals={{ wrong_code: t('code.wrong'), too_many_tries: t('door.wait') }}
        className="mt-6 space-y-6"
      >
        <FormInput
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={t('code.label')}
          hint={t('code.hint')}
        />
        <SubmitButton wide>{t('code.go')}</SubmitButton>
      </ActionForm>
    </DoorFrame>
  )
}
