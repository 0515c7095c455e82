import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { verify } from '@/lib/operator/departures/actions'
import { provingKey } from '@/lib/operator/departures/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('proof.title') }
}

/** For whoever was given a proof: no account is asked for. */
export default async function CheckProof() {
  const t = await getTranslations('operator.proof')
  return (
    <div className="mx-auto max-w-[48rem]">
      <h1 className="text-2xl md:text-3xl">{t('title')}</h1>
      <p className="mt-3 mb-6 text-muted">{t('lead')}</p>
      <Card>
        <ActionForm
          action={verify}
          words={await formWords()}
          labels={{ proof: t('paste') }}
          refusals={{ proof_altered: t('altered'), proof_of_another: t('ofAnother') }}
          done={t('genuine')}
          className="space-y-6"
        >
          <FormArea name="proof" label={t('paste')} hint={t('hint')} rows={8} dir="ltr" />
          <SubmitButton>{t('go')}</SubmitButton>
        </ActionForm>
      </Card>
      <p className="mt-8 text-base text-muted">{t('key')}</p>
      <p className="text-base wrap-anywhere">
        <code dir="ltr">{provingKey()}</code>
      </p>
    </div>
  )
}
