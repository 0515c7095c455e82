import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { saveRules } from '@/lib/people/ways/actions'
import type { SignIn } from '@/lib/people/ways/rules'
import { assurances } from '@/tenants/rules'
import { refusalWords } from './refusal-words'

/** Whether a link by e-mail lets people in, and how well the city has to know somebody for each act. */
export async function AccessForm({ signIn, rowVersion }: { signIn: SignIn; rowVersion: number }) {
  const t = await getTranslations('ways')
  const levels = assurances.map((value) => ({ value, label: t(`levels.${value}`) }))
  const { deposit, comment, report } = signIn.acts
  return (
    <ActionForm
      action={saveRules}
      words={await formWords()}
      refusals={await refusalWords()}
      className="grid gap-5"
    >
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <Checkbox name="email" label={t('email')} defaultChecked={signIn.email.enabled} />
      <FormSelect name="deposit" label={t('acts.deposit')} choices={levels} value={deposit} />
      <FormSelect name="comment" label={t('acts.comment')} choices={levels} value={comment} />
      <FormSelect
        name="report"
        label={t('acts.report')}
        choices={[{ value: 'none', label: t('levels.none') }, ...levels]}
        value={report}
      />
      <FormArea
        name="disposableDomains"
        label={t('disposable')}
        hint={t('disposableHint')}
        value={signIn.disposableDomains.join('\n')}
        rows={6}
        dir="ltr"
        spellCheck={false}
      />
      <SubmitButton icon={<Icon name="check" />} className="justify-self-start">
        {t('save')}
      </SubmitButton>
    </ActionForm>
  )
}
