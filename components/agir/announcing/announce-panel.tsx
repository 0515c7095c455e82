import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { announce } from '@/lib/agir/announcements/actions'
import type { Announcement } from '@/lib/agir/announcements/queries'
import {
  announcementLimits,
  type AnnouncementRefusal,
  announcementRefusals,
  reaches,
} from '@/lib/agir/announcements/rules'
import { AnnouncementList } from './announcement-list'

type Props = { dateId: string; announcements: Announcement[]; isOpen: boolean }

/** To tell everyone who comes something at once, and what was told. */
export async function AnnouncePanel({ dateId, announcements, isOpen }: Props) {
  const t = await getTranslations('agirAnnouncing')
  if (!isOpen && announcements.length === 0) return null
  return (
    <Section id="annonces" title={t('title')}>
      {announcements.length > 0 && <AnnouncementList announcements={announcements} />}
      {isOpen && (
        <Fold title={t('new')} className="mt-4">
          <AnnounceForm dateId={dateId} />
        </Fold>
      )}
    </Section>
  )
}

async function AnnounceForm({ dateId }: { dateId: string }) {
  const t = await getTranslations('agirAnnouncing')
  const refusals = Object.fromEntries(announcementRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return (
    <ActionForm
      action={announce}
      words={await formWords()}
      labels={{ body: t('body'), reach: t('reach') }}
      refusals={refusals as Record<AnnouncementRefusal, string>}
      className="space-y-5"
    >
      <input type="hidden" name="dateId" value={dateId} />
      <FormArea
        name="body"
        label={t('body')}
        hint={t('hint', { count: announcementLimits.perDay })}
        rows={4}
        maxLength={announcementLimits.length.max}
        required
      />
      <FormRadios
        name="reach"
        label={t('reach')}
        value="date"
        choices={reaches.map((value) => ({ value, label: t(`reaches.${value}`) }))}
      />
      <SubmitButton icon={<Icon name="megaphone" />}>{t('submit')}</SubmitButton>
    </ActionForm>
  )
}
