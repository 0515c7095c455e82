import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { UseList } from '@/components/means/use-list'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { settle } from '@/lib/operator/means/actions'
import { moduleKeys, quotaNames, type Quotas, type Use } from '@/lib/tenancy/means/rules'

type Props = { city: { id: string; withheld: string[]; quotas: Quotas; uses: Use[] } }

/** What the city may switch on, what it is expected to use, and what it does use. */
export async function MeansForm({ city: { id, withheld, quotas, uses } }: Props) {
  const t = await getTranslations('operator.means')
  const names = await getTranslations('means.names')
  const keys = await getTranslations('settings.keys')
  const labels = Object.fromEntries(quotaNames.map((name) => [name, names(name)]))
  return (
    <Card>
      <h2 className="text-xl">{t('title')}</h2>
      <p className="mt-2 mb-5 text-base text-muted">{t('lead')}</p>
      <UseList uses={uses} />
      <ActionForm
        action={settle}
        words={await formWords()}
        labels={labels}
        refusals={{ city_gone: t('gone') }}
        done={t('done')}
        className="mt-6 space-y-5 border-t border-line pt-5"
      >
        <input type="hidden" name="city" value={id} />
        <fieldset>
          <legend className="mb-1 font-bold">{t('modules')}</legend>
          {moduleKeys.map((key) => (
            <Checkbox
              key={key}
              id={key}
              name="allowed"
              value={key}
              label={keys(`${key}.label` as 'modules.agir.label')}
              defaultChecked={!withheld.includes(key)}
            />
          ))}
        </fieldset>
        <div className="grid items-end gap-4 sm:grid-cols-3">
          {quotaNames.map((name) => (
            <FormInput
              key={name}
              name={name}
              label={t(`quotas.${name}`)}
              inputMode="numeric"
              value={quotas[name]?.toString() ?? ''}
            />
          ))}
        </div>
        <p className="text-base text-muted">{t('hint')}</p>
        <SubmitButton variant="secondary">{t('go')}</SubmitButton>
      </ActionForm>
    </Card>
  )
}
