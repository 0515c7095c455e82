import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'
import { close, open } from '@/lib/agir/registrations/feeds/actions'

type Props = { address: string | null; since: Date | null; zone: string }

/** One's own dates among one's other appointments: an address that calendars read, and how to take it back. */
export async function OwnCalendar({ address, since, zone }: Props) {
  const [t, format, words] = await Promise.all([
    getTranslations('agirRegistration.feed'),
    getFormatter(),
    formWords(),
  ])
  return (
    <section id="agenda" className="mt-12 max-w-text border-t border-line pt-8">
      <h2 className="text-2xl">{t('title')}</h2>
      <p className="mt-2">{t('lead')}</p>
      {!address && (
        <ActionForm action={open} words={words} refusals={{}} className="mt-4">
          <SubmitButton icon={<Icon name="calendar" />}>{t('open')}</SubmitButton>
        </ActionForm>
      )}
      {address && (
        <div className="mt-4 space-y-4">
          <TextInput
            name="address"
            label={t('address')}
            hint={t('addressHint')}
            value={address}
            readOnly
            dir="ltr"
          />
          <ButtonLink href={address.replace(/^https?:/, 'webcal:')} icon={<Icon name="calendar" />}>
            {t('subscribe')}
          </ButtonLink>
          {since && (
            <p className="text-base text-muted">
              {t('since', { day: format.dateTime(since, { dateStyle: 'long', timeZone: zone }) })}
            </p>
          )}
          <Fold title={t('close')}>
            <p>{t('closeText')}</p>
            <div className="mt-3 flex flex-wrap gap-3">
              <ActionForm action={open} words={words} refusals={{}}>
                <SubmitButton variant="secondary">{t('change')}</SubmitButton>
              </ActionForm>
              <ActionForm action={close} words={words} refusals={{}}>
                <SubmitButton variant="danger">{t('closeNow')}</SubmitButton>
              </ActionForm>
            </div>
          </Fold>
        </div>
      )}
    </section>
  )
}
