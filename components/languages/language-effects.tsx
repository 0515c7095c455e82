import { getTranslations } from 'next-intl/server'
import { settingRefusals } from '@/components/administration/setting-refusals'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ownNames } from '@/lib/i18n/own-names'
import { changeLanguages } from '@/lib/tenancy/languages/actions'
import {
  effectsOf,
  type LanguageAct,
  languageRefusal,
  languageRefusals,
  spokenAfter,
  type Uses,
} from '@/lib/tenancy/languages/rules'
import type { Locale, Tenant } from '@/tenants/tenant'

type Props = {
  act: LanguageAct
  locale: Locale
  settings: Tenant
  uses: Uses
  rowVersion: number
  here: string
}

/** What follows, said before anything is done; then the one button, unless it cannot be done. */
export async function LanguageEffects({ act, locale, settings, uses, rowVersion, here }: Props) {
  const t = await getTranslations('languages')
  const language = ownNames[locale]
  const refusal = languageRefusal(settings, act, locale)
  const first = spokenAfter(settings, act, locale)[0] ?? settings.locales[0]!
  const effects = effectsOf(settings, act, locale, uses)
  const names = {
    language,
    prefix: `/${locale}/`,
    first: ownNames[first],
    before: ownNames[settings.locales[0]!],
  }
  return (
    <section
      id="suites"
      aria-labelledby="suites-titre"
      className="my-8 rounded-card border border-line bg-tint p-5 md:p-6"
    >
      <h2 id="suites-titre" tabIndex={-1} className="text-xl">
        {t(`acts.${act}.title`, { language })}
      </h2>
      <ul className="my-5 list-disc space-y-2 ps-6">
        {effects.map(({ code, count, serious }) => (
          <li key={code} className={serious ? 'font-bold' : ''}>
            {t(`effects.${code}`, { count, ...names })}
          </li>
        ))}
      </ul>
      {refusal ? (
        <Notice tone="warn" title={t(`refusals.${refusal}`)} />
      ) : (
        <ActionForm
          action={changeLanguages}
          words={await formWords()}
          refusals={{
            ...(await settingRefusals()),
            ...(Object.fromEntries(languageRefusals.map((code) => [code, t(`refusals.${code}`)])) as Record<
              (typeof languageRefusals)[number],
              string
            >),
          }}
        >
          <input type="hidden" name="act" value={act} />
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="rowVersion" value={rowVersion} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant={act === 'retire' ? 'danger' : 'primary'}>
              {t(`acts.${act}.do`, { language })}
            </SubmitButton>
            <ButtonLink href={here} variant="secondary">
              {t('leave')}
            </ButtonLink>
          </div>
        </ActionForm>
      )}
    </section>
  )
}
