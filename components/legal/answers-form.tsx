import { getTranslations } from 'next-intl/server'
import { settingRefusals } from '@/components/administration/setting-refusals'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ownNames } from '@/lib/i18n/own-names'
import { answer } from '@/lib/tenancy/legal/answers/actions'
import {
  answerTo,
  conformityChoices,
  fieldName,
  isNeeded,
  type Question,
  questions,
} from '@/lib/tenancy/legal/answers/rules'
import { isAcceptable, type LegalDocument } from '@/tenants/legal'
import type { Locale, Tenant } from '@/tenants/tenant'

type Props = { document: LegalDocument; settings: Tenant; rowVersion: number }

/** The questions from which one page is written, each in every language of the city where it is said in words. */
export async function AnswersForm({ document, settings, rowVersion }: Props) {
  const t = await getTranslations('legalForm')
  const asked = await Promise.all(questions[document].map((question) => fieldsOf(question, settings)))
  const fields = asked.flat()
  return (
    <ActionForm
      action={answer}
      words={await formWords()}
      refusals={await settingRefusals()}
      labels={Object.fromEntries(fields.map(({ name, label }) => [name, label]))}
      className="max-w-text space-y-6"
    >
      <input type="hidden" name="document" value={document} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {fields.map((field) => (
        <AnswerField key={field.name} {...field} />
      ))}
      {isAcceptable(document) && <FormTick name="asked" label={t('ask')} hint={t('askHint')} />}
      <FormTick name="reviewed" label={t('reviewed')} />
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  )
}

async function fieldsOf(question: Question, settings: Tenant) {
  const t = await getTranslations('legalForm')
  const name = question.key.startsWith('legal.extra.') ? 'extra' : question.key.split('.').at(-1)!
  const label = t(`questions.${name}.label`)
  const shown = {
    question,
    hint: t(`questions.${name}.hint`),
    optional: isNeeded(question) ? undefined : t('optional'),
  }
  const inOne = (locale?: Locale) => ({
    ...shown,
    lang: locale,
    name: fieldName(question, locale),
    label:
      locale && settings.locales.length > 1 ? t('inLanguage', { label, language: ownNames[locale] }) : label,
    value: answerTo(settings, question, locale),
  })
  return question.said ? settings.locales.map(inOne) : [inOne()]
}

type FieldProps = Awaited<ReturnType<typeof fieldsOf>>[number]

async function AnswerField({ question, ...field }: FieldProps) {
  const t = await getTranslations('legalForm')
  if (question.kind === 'text') return <FormArea {...field} rows={5} maxLength={2000} />
  if (question.kind === 'choice') {
    const { name, label, hint, value } = field
    const choices = conformityChoices.map((one) => ({ value: one, label: t(`conformity.${one}`) }))
    return <FormSelect {...{ name, label, hint, value, choices }} />
  }
  const types = { line: 'text', email: 'email', number: 'number', day: 'date' } as const
  return <FormInput {...field} type={types[question.kind]} dir={question.kind === 'line' ? 'auto' : 'ltr'} />
}
