import { getTranslations } from 'next-intl/server'
import { settingRefusals } from '@/components/administration/setting-refusals'
import { ActionForm } from '@/components/forms/action-form'
import { FormFile, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { localized } from '@/lib/i18n/localized'
import { ownNames } from '@/lib/i18n/own-names'
import { dropLogo, keepLogo } from '@/lib/tenancy/look/actions'
import { emblemAddress } from '@/lib/theme/emblems'
import type { Tenant } from '@/tenants/tenant'
import { accepted, logoRefusals } from './logo-words'

/** The city's own drawing, for light and for dark grounds, with its words in each language. */
export async function LogoForm({ tenant, rowVersion }: { tenant: Tenant; rowVersion: number }) {
  const t = await getTranslations('look')
  const { locales, theme } = tenant
  const { logo } = theme
  const refusals = { ...(await settingRefusals()), ...(await logoRefusals()) }
  return (
    <section aria-labelledby="logo-titre" className="mt-12 border-t border-line pt-10">
      <h2 id="logo-titre" className="text-xl">
        {t('logo.title')}
      </h2>
      <p className="mt-2 mb-6 max-w-text text-muted">{t('logo.lead')}</p>
      {logo && (
        <div className="mb-6 flex flex-wrap gap-4">
          {[['light', logo.light] as const, ['dark', logo.dark ?? logo.light] as const].map(
            ([ground, emblem]) => (
              <figure key={ground} className={`trial-${ground} rounded-card border border-line bg-paper p-6`}>
                <img
                  {...emblemAddress(emblem)}
                  alt={localized(logo.alt, locales[0]!, tenant)}
                  className="h-16 w-auto max-w-[14rem] object-contain"
                />
              </figure>
            ),
          )}
        </div>
      )}
      <ActionForm
        action={keepLogo}
        words={await formWords()}
        refusals={refusals}
        labels={Object.fromEntries(
          locales.map((locale) => [`alt-${locale}`, t('logo.alt', { language: ownNames[locale] })]),
        )}
        className="max-w-text space-y-6"
      >
        <input type="hidden" name="rowVersion" value={rowVersion} />
        <FormFile name="light" label={t('logo.light')} hint={t('logo.hint')} accept={accepted} />
        <FormFile name="dark" label={t('logo.dark')} optional={t('optional')} accept={accepted} />
        {locales.map((locale) => (
          <FormInput
            key={locale}
            name={`alt-${locale}`}
            label={t('logo.alt', { language: ownNames[locale] })}
            hint={t('logo.altHint')}
            maxLength={120}
            lang={locale}
            value={logo?.alt[locale]}
          />
        ))}
        <SubmitButton>{t('logo.save')}</SubmitButton>
      </ActionForm>
      {logo && (
        <ActionForm
          action={dropLogo}
          words={await formWords()}
          refusals={await settingRefusals()}
          className="mt-6"
        >
          <input type="hidden" name="rowVersion" value={rowVersion} />
          <SubmitButton variant="secondary">{t('logo.remove')}</SubmitButton>
        </ActionForm>
      )}
    </section>
  )
}
