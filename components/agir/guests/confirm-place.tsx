import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { confirm } from '@/lib/agir/registrations/guests/actions'
import type { findGuestRequest } from '@/lib/agir/registrations/guests/queries'
import { type AskRefusal, guestRefusals } from '@/lib/agir/registrations/guests/rules'
import { refusals as seatRefusals } from '@/lib/agir/registrations/rules'
import { DatedSubject } from './dated-subject'

type Asked = NonNullable<Awaited<ReturnType<typeof findGuestRequest>>>

/** What was asked for, and the one button that takes it. */
export async function ConfirmPlace({ asked, token }: { asked: Asked; token: string }) {
  const [t, own, words] = await Promise.all([
    getTranslations('agirGuests.confirm'),
    getTranslations('agirRegistration'),
    formWords(),
  ])
  const codes = [...seatRefusals, ...guestRefusals]
  const refusals = Object.fromEntries(codes.map((code) => [code, own(`refused.${code}`)])) as Record<
    AskRefusal,
    string
  >
  return (
    <div className="space-y-6">
      <DatedSubject
        subject={asked}
        more={asked.party > 1 ? own('own.party', { count: asked.party }) : null}
      />
      <ActionForm action={confirm} words={words} refusals={refusals}>
        <input type="hidden" name="jeton" value={token} />
        <SubmitButton size="large">{t(asked.registration === 'approval' ? 'ask' : 'take')}</SubmitButton>
      </ActionForm>
      <p className="text-base text-muted">{t('under')}</p>
    </div>
  )
}
