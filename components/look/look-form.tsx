import { getTranslations } from 'next-intl/server'
import { settingRefusals } from '@/components/administration/setting-refusals'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { keepLook } from '@/lib/tenancy/look/actions'
import { lookKeys } from '@/lib/tenancy/look/rules'
import { fontPairs, headers, heroes, type Theme } from '@/tenants/theme'
import { ColourField } from './colour-field'
import { FollowForm } from './follow-form'

type Props = { theme: Theme; rowVersion: number; here: string }

/** Everything of a look that is chosen and not sent: kept in the draft, or only shown beside the form. */
export async function LookForm({ theme, rowVersion, here }: Props) {
  const t = await getTranslations('look')
  const choices = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`choices.${name}.${value}`) }))
  return (
    <ActionForm
      id="apparence"
      action={keepLook}
      words={await formWords()}
      refusals={await settingRefusals()}
      labels={Object.fromEntries(lookKeys.map((key) => [key, t(`fields.${key}`)]))}
      className="space-y-6"
    >
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {(['brand', 'accent'] as const).map((name) => (
        <ColourField
          key={name}
          name={name}
          label={t(`fields.${name}`)}
          hint={t(`hints.${name}`)}
          pick={t('pick', { name: t(`fields.${name}`) })}
          value={theme[name]}
        />
      ))}
      <FormSelect
        name="fonts"
        label={t('fields.fonts')}
        value={theme.fonts}
        choices={fontPairs.map((value) => ({ value, label: t(`fonts.${value}`) }))}
      />
      <FormSelect
        name="header"
        label={t('fields.header')}
        value={theme.header}
        choices={choices('header', headers)}
      />
      <FormSelect name="hero" label={t('fields.hero')} value={theme.hero} choices={choices('hero', heroes)} />
      <FormInput
        name="monogram"
        label={t('fields.monogram')}
        hint={t('hints.monogram')}
        maxLength={3}
        value={theme.monogram}
      />
      <FormInput
        name="seed"
        label={t('fields.seed')}
        hint={t('hints.seed')}
        maxLength={40}
        value={theme.seed}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('save')}</SubmitButton>
        <Button type="submit" variant="secondary" formMethod="get" formAction={here} formNoValidate>
          {t('show')}
        </Button>
      </div>
      <FollowForm form="apparence" shows="apercu" />
    </ActionForm>
  )
}
