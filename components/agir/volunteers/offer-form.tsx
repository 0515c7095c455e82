import { getTranslations } from 'next-intl/server'
import { TickGroup } from '@/components/agir/offer/tick-group'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { offer as save } from '@/lib/agir/volunteers/actions'
import type { OwnOffer } from '@/lib/agir/volunteers/queries'
import { radii, type VolunteerRefusal, volunteerRefusals } from '@/lib/agir/volunteers/rules'
import { districtChoices, helpChoices } from './words'

type Known = { districtCode: string | null; birthYear: number | null }

/** What one offers, when and how far: what the city knows already is filled in. */
export async function OfferForm({ offer, known }: { offer: OwnOffer['offer']; known: Known }) {
  const [t, choices] = await Promise.all([getTranslations('agirVolunteers'), helpChoices()])
  const refusals = Object.fromEntries(volunteerRefusals.map((code) => [code, t(`refusals.${code}`)]))
  const labels = {
    slot: t('slotsLabel'),
    districtCode: t('from'),
    radiusKm: t('radius'),
    birthYear: t('birthYear'),
  }
  return (
    <ActionForm
      action={save}
      words={await formWords()}
      labels={{ ...labels, wontDo: t('wontDo') }}
      refusals={refusals as Record<VolunteerRefusal, string>}
      done={t('saved')}
      className="space-y-8"
    >
      <TickGroup
        name="skill"
        label={t('skillsLabel')}
        choices={choices.skills}
        values={offer?.skills ?? []}
        columns
      />
      <Week offer={offer} days={choices.days} />
      <Where offer={offer} known={known} />
      <TickGroup
        name="speaks"
        label={t('languagesLabel')}
        choices={choices.languages}
        values={offer?.languages ?? []}
      />
      <FormInput
        name="birthYear"
        label={t('birthYear')}
        hint={t('birthYearHint')}
        inputMode="numeric"
        maxLength={4}
        value={(offer?.birthYear ?? known.birthYear)?.toString()}
        required
      />
      <FormArea
        name="wontDo"
        label={t('wontDo')}
        hint={t('wontDoHint')}
        rows={3}
        maxLength={300}
        value={offer?.wontDo ?? ''}
      />
      <SubmitButton icon={<Icon name="heart-handshake" />}>{t(offer ? 'save' : 'submit')}</SubmitButton>
    </ActionForm>
  )
}

type Days = Awaited<ReturnType<typeof helpChoices>>['days']

/** A week, each day in three parts. */
async function Week({ offer, days }: { offer: OwnOffer['offer']; days: Days }) {
  const t = await getTranslations('agirVolunteers')
  return (
    <fieldset id="slot" tabIndex={-1}>
      <legend className="mb-2 font-bold">{t('slotsLabel')}</legend>
      <div className="divide-y divide-line rounded-card border border-line">
        {days.map(({ label, slots }) => (
          <fieldset key={label} className="px-4 py-2">
            <legend className="float-start w-28 py-3">{label}</legend>
            <div className="flex flex-wrap gap-x-6">
              {slots.map(({ value, label: part }) => (
                <FormTick
                  key={value}
                  name={`slot_${value}`}
                  label={part}
                  value={offer?.availability.includes(value) ? 'on' : undefined}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}

async function Where({ offer, known }: { offer: OwnOffer['offer']; known: Known }) {
  const [t, districts] = await Promise.all([getTranslations('agirVolunteers'), districtChoices()])
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormSelect
        name="districtCode"
        label={t('from')}
        empty="—"
        value={offer?.districtCode ?? known.districtCode ?? ''}
        choices={districts}
        required
      />
      <FormSelect
        name="radiusKm"
        label={t('radius')}
        value={offer?.radiusKm?.toString() ?? ''}
        choices={[
          ...radii.map((km) => ({ value: String(km), label: t('radii.some', { km }) })),
          { value: '', label: t('radii.all') },
        ]}
      />
    </div>
  )
}
