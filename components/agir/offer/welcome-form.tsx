import { getTranslations } from 'next-intl/server'
import { FormInput, FormRadios, FormSelect, FormTick } from '@/components/forms/form-fields'
import { answerWelcome } from '@/lib/agir/activities/answers/actions'
import { languagesSpoken } from '@/lib/agir/activities/answers/input'
import { lengths } from '@/lib/agir/activities/answers/rules'
import { commitments, minorsPolicies, registrationModes } from '@/lib/agir/activities/rules'
import type { Role } from '@/lib/agir/positions/rules'
import type { Site } from '@/lib/tenancy/site'
import { OfferForm } from './offer-form'
import { RoleFields, roleLabels } from './role-fields'
import { TickGroup } from './tick-group'

type Draft = {
  id: string
  registration: string
  externalUrl: string | null
  capacity: number | null
  hasWaitlist: boolean
  newcomerSeats: number
  maxParty: number
  minAge: number | null
  minors: string
  welcomesNewcomers: boolean
  commitment: string
  price: string | null
  spoken: string[]
  roles: Role[]
}
const on = (is: boolean) => (is ? 'on' : undefined)
const said = (count: number | null) => count?.toString()

/** How one joins, how many may come, who may, and what is spoken there. */
export async function WelcomeForm({ site, draft, isEdit }: { site: Site; draft: Draft; isEdit?: boolean }) {
  const t = await getTranslations('agirOffer.welcome')
  const names = new Intl.DisplayNames(site.locale, { type: 'language' })
  const languages = languagesSpoken.map((value) => ({
    value,
    label: value === 'fsl' ? t('signed') : (names.of(value) ?? value),
  }))
  const fields = [
    'registration',
    'externalUrl',
    'capacity',
    'newcomerSeats',
    'maxParty',
    'minAge',
    'minors',
  ] as const
  const labels = Object.fromEntries(fields.map((field) => [field, t(field)]))
  return (
    <OfferForm
      action={answerWelcome}
      labels={{
        ...labels,
        ...(await roleLabels()),
        speaks: t('speaks'),
        price: t('price'),
        commitment: t('commitment'),
      }}
      activityId={draft.id}
      isEdit={isEdit}
    >
      <FormRadios
        name="registration"
        label={t('registration')}
        value={draft.registration}
        required
        choices={registrationModes.map((value) => ({
          value,
          label: t(`modes.${value}.name`),
          hint: t(`modes.${value}.hint`),
        }))}
      />
      <div className="hidden group-has-[[name=registration][value=external]:checked]:block">
        <FormInput
          name="externalUrl"
          type="url"
          label={t('externalUrl')}
          value={draft.externalUrl ?? undefined}
        />
      </div>
      <Seats draft={draft} />
      <Who draft={draft} />
      <FormSelect
        name="commitment"
        label={t('commitment')}
        value={draft.commitment}
        choices={commitments.map((value) => ({ value, label: t(`commitments.${value}`) }))}
      />
      <TickGroup name="speaks" label={t('speaks')} choices={languages} values={draft.spoken} />
      <FormInput
        name="price"
        label={t('price')}
        optional={t('optional')}
        hint={t('priceHint')}
        maxLength={lengths.price.max}
        value={draft.price ?? undefined}
      />
    </OfferForm>
  )
}

async function Seats({ draft }: { draft: Draft }) {
  const t = await getTranslations('agirOffer.welcome')
  return (
    <div className="space-y-8 group-has-[[name=registration][value=external]:checked]:hidden group-has-[[name=registration][value=none]:checked]:hidden">
      <div className="grid gap-6 sm:grid-cols-3">
        <FormInput
          name="capacity"
          label={t('capacity')}
          hint={t('capacityHint')}
          inputMode="numeric"
          value={said(draft.capacity)}
        />
        <FormInput
          name="newcomerSeats"
          label={t('newcomerSeats')}
          hint={t('newcomerSeatsHint')}
          inputMode="numeric"
          value={said(draft.newcomerSeats)}
        />
        <FormInput
          name="maxParty"
          label={t('maxParty')}
          hint={t('maxPartyHint')}
          inputMode="numeric"
          value={said(draft.maxParty)}
        />
      </div>
      <FormTick
        name="hasWaitlist"
        label={t('hasWaitlist')}
        hint={t('waitlistHint')}
        value={on(draft.hasWaitlist)}
      />
      <RoleFields roles={draft.roles} />
    </div>
  )
}

async function Who({ draft }: { draft: Draft }) {
  const t = await getTranslations('agirOffer.welcome')
  return (
    <>
      <FormSelect
        name="minors"
        label={t('minors')}
        value={draft.minors}
        choices={minorsPolicies.map((value) => ({ value, label: t(`policies.${value}`) }))}
      />
      <FormInput
        name="minAge"
        label={t('minAge')}
        optional={t('optional')}
        inputMode="numeric"
        value={said(draft.minAge)}
      />
      <FormTick
        name="welcomesNewcomers"
        label={t('welcomesNewcomers')}
        hint={t('welcomesHint')}
        value={on(draft.welcomesNewcomers)}
      />
    </>
  )
}
