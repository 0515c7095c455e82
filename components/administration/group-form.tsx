import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Tag } from '@/components/ui/tag'
import { save } from '@/lib/tenancy/drafts/actions'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { type Field, fieldsOfGroup } from '@/lib/tenancy/drafts/fields/rules'
import type { Origins } from '@/lib/tenancy/drafts/origins/queries'
import type { Desk } from '@/lib/tenancy/drafts/queries'
import { valueOf } from '@/lib/tenancy/drafts/rules'
import { isSame } from '@/lib/tenancy/versions/rules'
import type { Group } from '@/tenants/settings'
import type { Tenant } from '@/tenants/tenant'
import { refusalWords } from './refusal-words'
import { SeenVersion } from './seen-version'
import { SettingField } from './setting-field'
import type { Say } from './setting-words'

type Props = { group: Group; desk: Desk; origins: Origins }

/** Every setting of a group, as the draft has them, each with whom it reaches and where its value comes from. */
export async function GroupForm({ group, desk, origins }: Props) {
  const say = (await getTranslations('settings')) as unknown as Say
  const fields = fieldsOfGroup(group).filter(({ kind }) => kind !== 'languages')
  return (
    <ActionForm
      action={save}
      words={await formWords()}
      labels={{ ...(await districtLabels(desk.settings)), ...labelsOf(fields, say) }}
      refusals={await refusalWords()}
      className="max-w-[48rem]"
    >
      <input type="hidden" name="group" value={group} />
      <input type="hidden" name="locales" value={desk.settings.locales.join(' ')} />
      <SeenVersion draftId={desk.draft?.id ?? ''} rowVersion={desk.draft?.rowVersion ?? 0} />
      <div className="divide-y divide-line">
        {fields.map((field) => (
          <div key={field.key} className="py-8 first:pt-0">
            <SettingField field={field} settings={desk.settings} />
            <Whence field={field} desk={desk} origins={origins} />
          </div>
        ))}
      </div>
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-paper px-4 py-4">
        <SubmitButton>{say('save')}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Whom a change reaches, since when it is so, and what the draft makes of it. */
async function Whence({ field, desk, origins }: { field: Field; desk: Desk; origins: Origins }) {
  const t = await getTranslations('settings')
  const format = await getFormatter()
  const origin = origins[field.key]
  const href = await currentHref()
  const isChanged = !isSame(valueOf(desk.head.settings, field.key), valueOf(desk.settings, field.key))
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-base text-muted">
      <Tag>{t(`applies.${field.applies}`)}</Tag>
      {field.audience === 'owner' && <Tag>{t('ownersOnly')}</Tag>}
      {isChanged && <Tag tone="accent">{t('changedInDraft')}</Tag>}
      {origin && (
        <span>
          {t('whence', {
            version: origin.version,
            date: format.dateTime(origin.at, { dateStyle: 'long' }),
            name: origin.name ?? t(`actors.${origin.kind}`),
          })}
        </span>
      )}
      <a href={`${href('/administration/historique')}?reglage=${field.key}`}>
        {t('history.link')}
        <span className="sr-only">: {t(`keys.${field.key}.label` as 'keys.name.label')}</span>
      </a>
    </div>
  )
}

const parts = [
  'mode',
  'min',
  'max',
  'value',
  'percent',
  'floor',
  'cap',
  'count',
  'url',
  'attribution',
  'fr',
  'en',
  'es',
  'ar',
]

/** The number of a district is called like it. */
async function districtLabels(settings: Tenant): Promise<Record<string, string>> {
  const { locale } = await currentSite()
  const named = settings.territory.districts.map(({ code, name }) => [
    `ideas.threshold.districts.${code}`,
    localized(name, locale, settings),
  ])
  return Object.fromEntries(named)
}

function labelsOf(fields: Field[], say: Say): Record<string, string> {
  const named = fields.flatMap(({ key }) => {
    const label = say(`keys.${key}.label`)
    return [[key, label], ...parts.map((part) => [`${key}.${part}`, label])]
  })
  return Object.fromEntries(named)
}
