import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { save } from '@/lib/consultations/actions'
import { requiredToOpen, types } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { refusalWords } from './words'

type Filled = Partial<Record<(typeof fields)[number], string | null>> & {
  id?: string
  publishedAt?: Date | null
}

const fields = [
  'type',
  'title',
  'districtCode',
  'themeId',
  'departmentId',
  'summary',
  'decided',
  'undecided',
  'audience',
  'modalities',
  'opensOn',
  'closesOn',
  'hour',
  'reason',
  'place',
  'externalUrl',
  'contact',
  'legalFrame',
  'reportDueOn',
] as const
type Field = (typeof fields)[number]

const long: readonly Field[] = ['summary', 'decided', 'undecided', 'modalities', 'legalFrame', 'reason']
const days: readonly Field[] = ['opensOn', 'closesOn', 'reportDueOn']
const hinted: readonly Field[] = ['summary', 'undecided', 'reportDueOn', 'closesOn', 'hour', 'reason']
const required: readonly string[] = [...requiredToOpen, 'type']

/** All that is said of a consultation, in the order in which the public reads it. */
export async function KeepForm({ site, one = {} }: { site: Site; one?: Filled }) {
  const t = await getTranslations('consultations.desk')
  const choices = await choicesOf(site)
  const asked = askedOf(one)
  const labels = Object.fromEntries(fields.map((name) => [name, t(`fields.${name}`)]))
  return (
    <ActionForm
      action={save}
      words={await formWords()}
      labels={labels}
      refusals={await refusalWords()}
      className="space-y-6"
    >
      <input type="hidden" name="id" value={one.id ?? ''} />
      {fields.filter(asked).map((name) => {
        const field = {
          name,
          label: labels[name]!,
          value: one[name] ?? '',
          hint: hinted.includes(name) ? t(`hints.${name as 'hour'}`) : undefined,
          optional: required.includes(name) ? undefined : t('optional'),
        }
        if (name in choices) return <FormSelect key={name} {...field} {...choices[name as Choice]} />
        if (long.includes(name)) return <FormArea key={name} {...field} rows={name === 'summary' ? 5 : 4} />
        return <FormInput key={name} {...field} type={days.includes(name) ? 'date' : 'text'} />
      })}
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  )
}

/** A draft has told nobody of its dates: nobody has to be told why they change. */
const askedOf =
  ({ publishedAt }: Filled) =>
  (name: Field) =>
    name !== 'reason' || Boolean(publishedAt)

type Choice = 'type' | 'districtCode' | 'themeId' | 'departmentId'

async function choicesOf({ tenant, locale }: Site) {
  const t = await getTranslations('consultations')
  const said = (name: Parameters<typeof localized>[0]) => localized(name, locale, tenant)
  return {
    type: { choices: types.map((value) => ({ value, label: t(`types.${value}`) })), empty: '' },
    districtCode: {
      choices: tenant.territory.districts.map(({ code, name }) => ({ value: code, label: said(name) })),
      empty: t('wholeCity'),
    },
    themeId: { choices: tenant.themes.map(({ id, name }) => ({ value: id, label: said(name) })), empty: '' },
    departmentId: {
      choices: tenant.departments.map(({ id, name }) => ({ value: id, label: said(name) })),
      empty: '',
    },
  }
}
