import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { announcementLimits } from '@/lib/agir/announcements/rules'
import { announce } from '@/lib/agir/calls/actions'
import type { CallAnnouncement } from '@/lib/agir/calls/announcing/queries'
import { type CallAnnouncementRefusal, callAnnouncementRefusals } from '@/lib/agir/calls/announcing/rules'
import { momentWords } from '../messages/words'

type Props = { callId: string; announcements: CallAnnouncement[]; isOpen: boolean }

/** To tell everyone who comes something at once, and what was told. */
export async function CallAnnouncing({ callId, announcements, isOpen }: Props) {
  const t = await getTranslations('agirCalls.announce')
  if (!isOpen && announcements.length === 0) return null
  return (
    <Section id="annonces" title={t('title')}>
      <Announced announcements={announcements} />
      {isOpen && (
        <Fold title={t('new')} className="mt-4">
          <AnnounceForm callId={callId} />
        </Fold>
      )}
    </Section>
  )
}

async function AnnounceForm({ callId }: { callId: string }) {
  const t = await getTranslations('agirCalls.announce')
  const refusals = Object.fromEntries(callAnnouncementRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return (
    <ActionForm
      action={announce}
      words={await formWords()}
      labels={{ body: t('body') }}
      refusals={refusals as Record<CallAnnouncementRefusal, string>}
      className="space-y-5"
    >
      <input type="hidden" name="callId" value={callId} />
      <FormArea
        name="body"
        label={t('body')}
        hint={t('hint')}
        rows={4}
        maxLength={announcementLimits.length.max}
        required
      />
      <SubmitButton icon={<Icon name="megaphone" />}>{t('submit')}</SubmitButton>
    </ActionForm>
  )
}

/** What was told to those who come, the last first. */
export async function Announced({ announcements }: { announcements: CallAnnouncement[] }) {
  const moment = await momentWords()
  return (
    <ol className="space-y-5">
      {announcements.map(({ id, body, at }) => (
        <li key={id} className="border-s-4 border-action ps-4">
          <time dateTime={at.toISOString()} className="text-base text-muted">
            {moment(at)}
          </time>
          <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
            {body}
          </p>
        </li>
      ))}
    </ol>
  )
}
