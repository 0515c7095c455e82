import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormRadios, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { refusalWords } from '@/components/ways/refusal-words'
import { Icon } from '@/components/ui/icon'
import { ownNames } from '@/lib/i18n/own-names'
import { save } from '@/lib/mail/sender/actions'
import type { Locale, Tenant } from '@/tenants/tenant'

type Props = { mail: Tenant['mail']; locales: readonly Locale[]; rowVersion: number; hasPassword: boolean }

/** By whose mail server letters leave, and in which name. */
export async function SenderForm({ mail, locales, rowVersion, hasPassword }: Props) {
  const t = await getTranslations('post.sender')
  const { server } = mail
  const senders = (['operator', 'city'] as const).map((value) => ({ value, label: t(`senders.${value}`) }))
  const ways = (['tls', 'starttls'] as const).map((value) => ({ value, label: t(`security.${value}`) }))
  const labels = { host: t('host'), address: t('from'), replyTo: t('replyTo'), port: t('port') }
  return (
    <ActionForm
      action={save}
      words={await formWords()}
      labels={labels}
      refusals={await refusalWords()}
      className="grid gap-5"
    >
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <FormRadios name="sender" label={t('who')} choices={senders} value={mail.sender} />
      {locales.map((one) => (
        <FormInput
          key={one}
          name={`name.${one}`}
          label={t('name', { language: ownNames[one] })}
          value={mail.senderName?.[one]}
          lang={one}
        />
      ))}
      <FormInput name="replyTo" type="email" label={t('replyTo')} value={mail.replyTo} dir="ltr" />
      <fieldset className="grid gap-5 rounded-card border border-line p-4 md:p-5">
        <legend className="px-2 font-bold">{t('server')}</legend>
        <FormInput name="host" label={t('host')} hint={t('hostHint')} value={server?.host} dir="ltr" />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormInput
            name="port"
            label={t('port')}
            value={String(server?.port ?? 465)}
            dir="ltr"
            inputMode="numeric"
          />
          <FormSelect
            name="security"
            label={t('security.title')}
            choices={ways}
            value={server?.security ?? 'tls'}
          />
        </div>
        <FormInput name="user" label={t('user')} value={server?.user} dir="ltr" autoComplete="off" />
        <FormInput
          name="password"
          type="password"
          label={t('password')}
          hint={t(hasPassword ? 'passwordKept' : 'passwordHint')}
          dir="ltr"
          autoComplete="new-password"
        />
        <FormInput name="address" type="email" label={t('from')} value={server?.from} dir="ltr" />
        <FormInput name="dkimSelector" label={t('selector')} value={server?.dkimSelector} dir="ltr" />
      </fieldset>
      <SubmitButton icon={<Icon name="check" />} className="justify-self-start">
        {t('save')}
      </SubmitButton>
    </ActionForm>
  )
}
