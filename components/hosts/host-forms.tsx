import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { add, putFirst } from '@/lib/tenancy/hosts/actions'
import type { Surface } from '@/lib/tenancy/hosts/rules'
import { hostRefusalWords } from './host-words'

/** A name the city says is its own. */
export async function AddHostForm({ surfaces }: { surfaces: Surface[] }) {
  const t = await getTranslations('hosts')
  const choices = surfaces.map((value) => ({ value, label: t(`surfaces.${value}`) }))
  return (
    <ActionForm
      action={add}
      words={await formWords()}
      labels={{ host: t('name') }}
      refusals={await hostRefusalWords()}
      className="grid gap-4"
    >
      <FormInput
        name="host"
        label={t('name')}
        hint={t('nameHint')}
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        required
      />
      {choices.length > 1 ? (
        <FormSelect name="surface" label={t('leadsTo')} choices={choices} />
      ) : (
        <input type="hidden" name="surface" value={surfaces[0]} />
      )}
      <SubmitButton icon={<Icon name="plus" />} className="justify-self-start">
        {t('add')}
      </SubmitButton>
    </ActionForm>
  )
}

const consequences = ['links', 'returns', 'sessions', 'letters', 'calendars', 'old'] as const

/** What follows from another main address, before it is taken. */
export async function SwitchForm({
  host,
  before,
  returns,
}: {
  host: string
  before: string
  returns: string[]
}) {
  const t = await getTranslations('hosts')
  return (
    <ActionForm
      action={putFirst}
      words={await formWords()}
      labels={{ understood: t('understood') }}
      refusals={await hostRefusalWords()}
      className="grid gap-5"
    >
      <p>{t('switchLead', { host, before })}</p>
      <ul className="list-disc space-y-2 ps-5">
        {consequences.map((one) => (
          <li key={one}>
            {t(`consequences.${one}`, { host, before })}
            {one === 'returns' &&
              returns.map((address) => (
                <code key={address} dir="ltr" className="mt-1 block wrap-anywhere">
                  {address}
                </code>
              ))}
          </li>
        ))}
      </ul>
      <input type="hidden" name="host" value={host} />
      <FormTick name="understood" label={t('understood')} />
      <SubmitButton icon={<Icon name="check" />} className="justify-self-start">
        {t('switchNow', { host })}
      </SubmitButton>
    </ActionForm>
  )
}
