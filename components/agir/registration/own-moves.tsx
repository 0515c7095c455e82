import { getFormatter, getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import * as ofPerson from '@/lib/agir/registrations/actions'
import * as ofGuest from '@/lib/agir/registrations/guests/actions'
import type { OwnRegistration } from '@/lib/agir/registrations/queries'
import { type MoveRefusal, moveRefusals } from '@/lib/agir/registrations/rules'

/** What one may still do, each with what follows from it. */
export async function OwnMoves({ one, guest }: { one: OwnRegistration; guest?: string }) {
  const [t, format] = await Promise.all([getTranslations('agirRegistration'), getFormatter()])
  const { accept, reconfirm, cancel } = guest ? ofGuest : ofPerson
  const isWaiting = one.state === 'waitlisted'
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: 'long', timeStyle: 'short', timeZone: one.zone })
  return (
    <div className="mt-3 space-y-2">
      {isWaiting && <p>{one.ahead === 0 ? t('first') : t('ahead', { n: one.ahead })}</p>}
      {one.attendance !== 'on_site' && one.onlineUrl && one.state === 'confirmed' && (
        <p>
          <a href={one.onlineUrl} rel="noopener" className="inline-flex min-h-11 items-center gap-2">
            <Icon name="external-link" />
            {t('own.join')}
          </a>
        </p>
      )}
      {one.state === 'offered' && (
        <Move one={one} guest={guest} action={accept} label={t('accept')}>
          {one.offerExpiresAt && t('until', { moment: moment(one.offerExpiresAt) })}
        </Move>
      )}
      {one.reconfirmBy && (
        <Move one={one} guest={guest} action={reconfirm} label={t('reconfirm')}>
          {t('reconfirmUntil', { moment: moment(one.reconfirmBy) })}
        </Move>
      )}
      <Fold title={isWaiting ? t('leave') : t('cancel')}>
        <Move one={one} guest={guest} action={cancel} label={isWaiting ? t('leave') : t('cancel')} isEnd>
          {t('own.confirm')}
        </Move>
      </Fold>
    </div>
  )
}

type MoveProps = {
  one: OwnRegistration
  guest?: string
  action: ComponentProps<typeof ActionForm<MoveRefusal>>['action']
  label: string
  isEnd?: boolean
  children: ReactNode
}

async function Move({ one, guest, action, label, isEnd, children }: MoveProps) {
  const [t, words] = await Promise.all([getTranslations('agirRegistration.moved'), formWords()])
  const refusals = Object.fromEntries(moveRefusals.map((code) => [code, t(code)])) as Record<
    MoveRefusal,
    string
  >
  return (
    <ActionForm action={action} words={words} refusals={refusals}>
      <input type="hidden" name="registrationId" value={one.id} />
      {guest && <input type="hidden" name="jeton" value={guest} />}
      <p className={isEnd ? 'mb-2' : 'mb-2 font-bold'}>{children}</p>
      <SubmitButton variant={isEnd ? 'danger' : 'primary'}>{label}</SubmitButton>
    </ActionForm>
  )
}
