import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { ManagedOrganisation } from '@/lib/agir/organisations/queries'
import { hasPower } from '@/lib/agir/organisations/rules'
import { SendForms } from './own-forms'

export const stateTones = {
  draft: 'neutral',
  submitted: 'warn',
  active: 'success',
  rejected: 'danger',
  suspended: 'danger',
  leaving: 'warn',
  closed: 'neutral',
} as const

/** How far its page has come, and the one thing to do next. */
export async function OwnState({ one, publicHref }: { one: ManagedOrganisation; publicHref: string | null }) {
  const [t, format] = [await getTranslations('agirOrganisations.own'), await getFormatter()]
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const { state, request, wish, moderationDueAt } = one
  return (
    <section aria-label={t('stateTitle')} className="space-y-4">
      <p className="flex flex-wrap items-center gap-3">
        <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>
        {publicHref && <a href={publicHref}>{t('see')}</a>}
      </p>
      {request && (
        <Notice tone="warn" title={t('asked', { date: day(request.dueAt) })}>
          <p dir="auto" className="whitespace-pre-line">
            {request.text}
          </p>
        </Notice>
      )}
      {state === 'draft' && <p>{t('draftText')}</p>}
      {state === 'submitted' && !request && moderationDueAt && (
        <p>{t('submittedText', { date: day(new Date(moderationDueAt.getTime() - 1)) })}</p>
      )}
      {wish && moderationDueAt && (
        <Notice title={t('wishTitle')}>
          <p>{t('wishText', { date: day(new Date(moderationDueAt.getTime() - 1)) })}</p>
        </Notice>
      )}
      {(state === 'draft' || (state === 'submitted' && request)) && hasPower(one.role, 'own') && (
        <SendForms one={one} />
      )}
    </section>
  )
}
