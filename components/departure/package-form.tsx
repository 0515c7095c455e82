import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'
import { askForPackage } from '@/lib/tenancy/departure/packages/actions'
import { passphraseLength } from '@/lib/tenancy/departure/packages/rules'

/** Asked for by writing the city's name; people come along only when asked, under words that are kept nowhere. */
export async function PackageForm() {
  const { tenant, locale } = await currentSite()
  const t = await getTranslations('departure.ask')
  const words = await formWords()
  return (
    <ActionForm
      action={askForPackage}
      words={words}
      labels={{ cityName: t('cityName'), words: t('words') }}
      refusals={{ another_name: t('another_name'), too_many_packages: t('too_many_packages') }}
      done={t('done')}
      className="grid gap-5"
    >
      <FormTick id="people" name="people" label={t('people')} />
      <FormInput
        id="words"
        name="words"
        type="password"
        autoComplete="new-password"
        label={t('words')}
        hint={t('wordsHint', passphraseLength)}
      />
      <FormInput
        id="cityName"
        name="cityName"
        label={t('cityName')}
        hint={t('cityNameHint', { city: localized(tenant.name, locale, tenant) })}
        autoComplete="off"
        required
      />
      <div>
        <SubmitButton icon={<Icon name="download" />}>{t('button')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
