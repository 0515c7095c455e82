import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormRadios, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { save } from '@/lib/people/ways/actions'
import { claimNames } from '@/lib/people/ways/input'
import { presetDefaults, type Way } from '@/lib/people/ways/rules'
import type { Preset } from '@/tenants/sign-in'
import { assurances } from '@/tenants/rules'
import type { Locale } from '@/tenants/tenant'
import { ownNames } from '@/lib/i18n/own-names'
import { refusalWords } from './refusal-words'

type Props = {
  way: Way | null
  preset: Preset
  locales: readonly Locale[]
  rowVersion: number
  hasSecret: boolean
}

/** A provider to add or to change. What few need is folded away. */
export async function WayForm({ way, preset, locales, rowVersion, hasSecret }: Props) {
  const t = await getTranslations('ways')
  const levels = assurances.map((value) => ({ value, label: t(`levels.${value}`) }))
  const visibility = (['shown', 'link'] as const).map((value) => ({ value, label: t(`visibility.${value}`) }))
  const labels: Record<string, string> = {
    issuer: t('issuer'),
    clientId: t('clientId'),
    secret: t('secret'),
    scopes: t('scopes'),
    levels: t('scale'),
    ...Object.fromEntries(locales.map((one) => [`label.${one}`, t('label', { language: ownNames[one] })])),
  }
  return (
    <ActionForm
      action={save}
      words={await formWords()}
      labels={labels}
      refusals={await refusalWords()}
      className="grid gap-5"
    >
      <input type="hidden" name="id" value={way?.id ?? ''} />
      <input type="hidden" name="preset" value={preset} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <FormInput
        name="issuer"
        label={t('issuer')}
        hint={t(`presetHints.${preset}`)}
        value={way?.issuer}
        dir="ltr"
        required
      />
      <FormInput
        name="clientId"
        label={t('clientId')}
        value={way?.clientId}
        dir="ltr"
        autoComplete="off"
        required
      />
      <FormInput
        name="secret"
        type="password"
        label={t('secret')}
        hint={t(hasSecret ? 'secretKept' : 'secretHint')}
        dir="ltr"
        autoComplete="new-password"
      />
      {locales.map((one) => (
        <FormInput
          key={one}
          name={`label.${one}`}
          label={labels[`label.${one}`]!}
          value={way?.label[one]}
          lang={one}
          required
        />
      ))}
      <FormSelect
        name="assurance"
        label={t('assurance')}
        hint={t('assuranceHint')}
        choices={levels}
        value={way?.assurance ?? presetDefaults[preset].assurance}
      />
      <FormRadios
        name="visibility"
        label={t('visibility.title')}
        choices={visibility}
        value={way?.visibility ?? 'shown'}
      />
      <WayDetails way={way} preset={preset} />
      <SubmitButton size="large" icon={<Icon name="check" />} className="justify-self-start">
        {t('save')}
      </SubmitButton>
    </ActionForm>
  )
}

async function WayDetails({ way, preset }: { way: Way | null; preset: Preset }) {
  const t = await getTranslations('ways')
  const usual = presetDefaults[preset]
  const scale = (way ?? usual).levels.map(({ says, grants }) => `${says} = ${grants}`).join('\n')
  return (
    <details className="rounded-card border border-line p-4">
      <summary className="min-h-11 cursor-pointer font-bold">{t('details')}</summary>
      <div className="mt-4 grid gap-5">
        <FormInput name="scopes" label={t('scopes')} value={way?.scopes ?? usual.scopes} dir="ltr" />
        <FormInput
          name="acrValues"
          label={t('acr')}
          hint={t('acrHint')}
          value={way?.acrValues ?? usual.acrValues}
          dir="ltr"
        />
        <FormArea name="levels" label={t('scale')} hint={t('scaleHint')} value={scale} rows={4} dir="ltr" />
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-2 font-bold">{t('claims.title')}</legend>
          {claimNames.map((name) => (
            <FormInput
              key={name}
              name={`claim.${name}`}
              label={t(`claims.${name}`)}
              value={way?.claims[name] ?? name}
              dir="ltr"
            />
          ))}
        </fieldset>
      </div>
    </details>
  )
}
