import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { resize } from '@/lib/agir/registrations/organising/actions'
import type { SeatsOfDate } from '@/lib/agir/registrations/organising/queries'
import { type SeatRefusal, seatRefusals } from '@/lib/agir/registrations/organising/rules'

/** How many seats there are, and whether those who come too late may wait. */
export async function SeatsForm({ dateId, position }: { dateId: string; position: SeatsOfDate }) {
  const t = await getTranslations('agirList')
  const id = `seats-${position.id}`
  const refusals = Object.fromEntries(seatRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return (
    <ActionForm
      action={resize}
      words={await formWords()}
      labels={{ capacity: t('seats.label') }}
      ids={{ capacity: id }}
      refusals={refusals as Record<SeatRefusal, string>}
      className="space-y-5"
    >
      <input type="hidden" name="dateId" value={dateId} />
      <input type="hidden" name="positionId" value={position.id} />
      {position.label && (
        <p dir="auto" className="font-bold">
          {position.label}
        </p>
      )}
      <div className="max-w-60">
        <FormInput
          name="capacity"
          id={id}
          label={t('seats.label')}
          hint={t('seats.hint')}
          inputMode="numeric"
          maxLength={5}
          value={position.capacity === null ? '' : String(position.capacity)}
        />
      </div>
      <FormTick
        name="hasWaitlist"
        id={`line-${position.id}`}
        label={t('seats.line')}
        value={position.hasWaitlist ? 'on' : ''}
      />
      <SubmitButton variant="secondary">{t('seats.submit')}</SubmitButton>
    </ActionForm>
  )
}
