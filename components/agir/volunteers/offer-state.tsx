import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { stop, withdraw } from '@/lib/agir/volunteers/actions'
import type { OwnOffer } from '@/lib/agir/volunteers/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { whenWords } from './words'

/** Whether one may be asked, and how to end it at once. */
export async function OfferState({ offer }: { offer: NonNullable<OwnOffer['offer']> }) {
  const t = await getTranslations('agirVolunteers')
  const isReady = offer.stoppedAt === null
  return (
    <Notice tone={isReady ? 'success' : 'info'} title={t(isReady ? 'state.ready' : 'state.stopped')}>
      <p>{t(isReady ? 'state.readyText' : 'state.stoppedText')}</p>
      {isReady && (
        <ActionForm action={stop} words={await formWords()} refusals={{ not_there: t('refusals.not_there') }}>
          <SubmitButton variant="secondary" size="small">
            {t('stop')}
          </SubmitButton>
        </ActionForm>
      )}
    </Notice>
  )
}

export async function WithdrawForm() {
  const t = await getTranslations('agirVolunteers')
  return (
    <Fold title={t('withdraw')}>
      <ActionForm action={withdraw} words={await formWords()} refusals={{}} className="space-y-3">
        <p>{t('withdrawText')}</p>
        <SubmitButton variant="danger">{t('withdraw')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}

/** What one was asked, and where one stands. */
export async function AskedList({ asked }: { asked: OwnOffer['asked'] }) {
  const [t, href, when] = await Promise.all([getTranslations('agirVolunteers'), currentHref(), whenWords()])
  if (asked.length === 0) return null
  return (
    <Section id="demandes" title={t('asked')}>
      <ul className="divide-y divide-line border-y border-line">
        {asked.map((one) => (
          <li key={one.id} className="py-4">
            <a href={href(`/appels/reponse/${one.id}`)} lang={one.locale} dir="auto" className="font-bold">
              {one.title}
            </a>
            <p className="text-base text-muted">
              {when(one)} · {t(`answerStates.${one.state}`)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
