import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { DoorFrame } from '@/components/operator/door-frame'
import { Notice } from '@/components/ui/notice'
import { demoOperator } from '@/lib/operator/demo'
import { beginSignIn } from '@/lib/operator/sign-in/actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('door.title') }
}

export default async function OperatorSignIn() {
  const t = await getTranslations('operator')
  const demo = demoOperator()
  return (
    <DoorFrame title={t('door.title')} lead={t('door.lead')}>
      {demo && (
        <Notice title={t('door.demo')}>
          {demo.email} · <span className="tabular">{demo.password}</span>
        </Notice>
      )}
      <ActionForm
        action={beginSignIn}
        words={await formWords()}
        labels={{ email: t('door.email'), password: t('door.password') }}
        refusals={{ wrong_sign_in: t('door.wrong'), too_many_tries: t('door.wait') }}
        className="mt-6 space-y-6"
      >
        <FormInput name="email" type="email" autoComplete="username" label={t('door.email')} />
        <FormInput
          name="password"
          type="password"
          autoComplete="current-password"
          label={t('door.password')}
        />
        <SubmitButton wide>{t('door.go')}</SubmitButton>
      </ActionForm>
    </DoorFrame>
  )
}
