import { getTranslations } from 'next-intl/server'
import { refusalWords } from '@/components/administration/refusal-words'
import { settingRefusals } from '@/components/administration/setting-refusals'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { exampleOf } from '@/lib/i18n/examples'
import { ownNames } from '@/lib/i18n/own-names'
import { productSentences } from '@/lib/i18n/sentences'
import { say } from '@/lib/tenancy/sentences/actions'
import type { Locale, Tenant } from '@/tenants/tenant'
import { SeenText } from './seen-text'

type Props = { sentence: string; settings: Tenant }

/** A sentence in each language of the city: as the product says it, as the city does, and how that reads. */
export async function SentenceForm({ sentence, settings }: Props) {
  const t = await getTranslations('words.sentence')
  const isOwn = settings.sentences[sentence] !== undefined
  return (
    <ActionForm
      action={say}
      words={await formWords()}
      labels={Object.fromEntries(settings.locales.map((locale) => [`said.${locale}`, ownNames[locale]]))}
      refusals={{ ...(await refusalWords()), ...(await settingRefusals()) }}
      className="max-w-[48rem] space-y-8"
    >
      <input type="hidden" name="key" value={sentence} />
      {settings.locales.map((locale) => (
        <InLanguage key={locale} {...{ sentence, settings, locale }} />
      ))}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('save')}</SubmitButton>
        {isOwn && (
          <SubmitButton name="reset" value="1" variant="secondary">
            {t('reset')}
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  )
}

async function InLanguage({ sentence, settings, locale }: Props & { locale: Locale }) {
  const t = await getTranslations('words.sentence')
  const product = productSentences().get(sentence)![locale]
  const own = settings.sentences[sentence]?.[locale] ?? ''
  const name = `said.${locale}`
  return (
    <fieldset className="rounded-card border border-line p-5">
      <legend className="px-2 font-bold">{ownNames[locale]}</legend>
      <p className="text-sm font-bold text-muted">{t('product')}</p>
      <p lang={locale} dir="auto" className="mt-1 mb-5 wrap-anywhere whitespace-pre-wrap">
        {product}
      </p>
      <SeenText name={`seen.${locale}`} text={own} />
      <FormArea
        id={name}
        name={name}
        label={t('own')}
        hint={t('ownHint')}
        value={own}
        rows={Math.min(8, 2 + Math.ceil(product.length / 90))}
        lang={locale}
      />
      <div className="mt-5 rounded-control bg-tint p-4">
        <p className="text-sm font-bold text-muted">{t('reads')}</p>
        <p lang={locale} dir="auto" className="mt-1 wrap-anywhere">
          {exampleOf(settings, locale, sentence, own || product)}
        </p>
      </div>
    </fieldset>
  )
}
