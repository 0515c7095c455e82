import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ownNames } from '@/lib/i18n/own-names'
import { refusalCodes } from '@/lib/ideas/moderation/rules'
import { saveLetter } from '@/lib/moderation/templates/actions'
import type { LetterTemplate } from '@/lib/moderation/templates/queries'
import type { Locale } from '@/tenants/tenant'
import { codeNames } from './words'

/** A new beginning of a letter, or one of the list in other words. */
export async function TemplateForm({
  edited,
  locales,
  locale,
}: {
  edited: LetterTemplate | null
  locales: readonly Locale[]
  locale: Locale
}) {
  const t = await getTranslations('desk.modeles')
  const nameOf = await codeNames()
  return (
    <section
      id="modele"
      aria-labelledby="ecrire"
      className="order-first self-start rounded-card border border-line bg-tint p-5 lg:order-last"
    >
      <h2 id="ecrire" className="mb-4 text-xl">
        {t(edited ? 'edit' : 'new')}
      </h2>
      <ActionForm
        key={edited?.id}
        action={saveLetter}
        words={await formWords()}
        labels={{ title: t('name'), body: t('body'), code: t('code'), locale: t('locale') }}
        refusals={{
          template_named_alike: t('refusals.template_named_alike'),
          template_gone: t('refusals.template_gone'),
        }}
        className="space-y-5"
      >
        <input type="hidden" name="id" value={edited?.id ?? ''} />
        <FormInput name="title" label={t('name')} value={edited?.title} maxLength={80} required />
        <FormSelect
          name="code"
          label={t('code')}
          empty={t('anyCode')}
          value={edited?.code ?? ''}
          choices={refusalCodes.map((code) => ({ value: code, label: nameOf(code) }))}
        />
        <FormSelect
          name="locale"
          label={t('locale')}
          value={edited?.locale ?? locale}
          choices={locales.map((value) => ({ value, label: ownNames[value] }))}
        />
        <FormArea name="body" label={t('body')} value={edited?.body} rows={8} maxLength={2000} required />
        <SubmitButton>{t('submit')}</SubmitButton>
      </ActionForm>
    </section>
  )
}
