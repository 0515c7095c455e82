import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormRadios, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import type { Choice } from '@/components/ui/select'
import { declareTie, saveProfile } from '@/lib/people/actions'
import { residences } from '@/tenants/rules'

type Profile = { name: string | null; locale: string }

export async function ProfileForm({ profile, languages }: { profile: Profile; languages: Choice[] }) {
  const t = await getTranslations('account')
  const refusals = { reserved_name: t('refusals.reserved_name') }
  return (
    <ActionForm
      action={saveProfile}
      words={await formWords()}
      labels={{ name: t('profile.name') }}
      refusals={refusals}
      done={t('profile.saved')}
      className="grid gap-5"
    >
      <FormInput
        name="name"
        label={t('profile.name')}
        hint={t('profile.nameHint')}
        value={profile.name ?? ''}
        autoComplete="name"
        required
      />
      {languages.length > 1 ? (
        <FormSelect name="locale" label={t('profile.locale')} choices={languages} value={profile.locale} />
      ) : (
        <input type="hidden" name="locale" value={languages[0]?.value} />
      )}
      <div>
        <SubmitButton>{t('profile.save')}</SubmitButton>
      </div>
    </ActionForm>
  )
}

type Tie = { birthYear: number | null; residence: string | null; districtCode: string | null }

/** For who came by a letter: what their city asks of those who support, said on their honour. */
export async function TieForm({ tie, districts }: { tie: Tie; districts: Choice[] }) {
  const t = await getTranslations('account')
  const refusals = {
    vouched: t('refusals.vouched'),
    future_year: t('refusals.future_year'),
    unknown_district: t('refusals.unknown_district'),
    disposable_address: t('refusals.disposable_address'),
  }
  const labels = { birthYear: t('known.birthYear'), residence: t('known.residence') }
  return (
    <ActionForm
      action={declareTie}
      words={await formWords()}
      labels={labels}
      refusals={refusals}
      done={t('profile.saved')}
      className="grid gap-5"
    >
      <FormInput
        name="birthYear"
        label={labels.birthYear}
        value={tie.birthYear?.toString() ?? ''}
        inputMode="numeric"
        autoComplete="bday-year"
        maxLength={4}
        className="max-w-32"
        required
      />
      <FormRadios
        name="residence"
        label={labels.residence}
        value={tie.residence ?? ''}
        choices={residences.map((value) => ({ value, label: t(`known.${value}`) }))}
        required
      />
      <FormSelect
        name="districtCode"
        label={t('known.district')}
        choices={districts}
        empty={t('known.nowhere')}
        value={tie.districtCode ?? ''}
      />
      <div>
        <SubmitButton>{t('known.save')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
