import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { KeptInitiative } from '@/lib/agir/initiatives/own/queries'
import { type InitiativeStep, isShown } from '@/lib/agir/initiatives/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { Act } from './acts'
import { stateTones } from './own-initiatives'

const editable: readonly InitiativeStep[] = ['sujet', 'recit', 'lieu', 'image']

/** How far it has come, and the one thing to do next. */
export async function KeptState({ one }: { one: KeptInitiative }) {
  const [t, href, format] = await Promise.all([
    getTranslations('agirInitiatives.own'),
    currentHref(),
    getFormatter(),
  ])
  const { id, state, request, wish, moderationDueAt } = one
  const due = moderationDueAt ? format.dateTime(moderationDueAt, { dateStyle: 'long' }) : ''
  return (
    <section aria-label={t('stateTitle')} className="space-y-4">
      <p className="flex flex-wrap items-center gap-3">
        <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>
        {isShown(state) && <a href={href(`/initiatives/${one.slug}`)}>{t('see')}</a>}
      </p>
      {request && (
        <Notice tone="warn" title={t('asked')}>
          <p dir="auto" className="whitespace-pre-line">
            {request.text}
          </p>
        </Notice>
      )}
      {state === 'draft' && (
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink href={href(`/mes-initiatives/${id}/sujet`)}>{t('goOn')}</ButtonLink>
          <Act does="discard" id={id} variant="quiet">
            {t('discard')}
          </Act>
        </div>
      )}
      {state === 'submitted' && (
        <>
          {!request && <p>{t('submittedText', { date: due })}</p>}
          <Act does="takeBack" id={id} variant="secondary">
            {t('takeBack')}
          </Act>
        </>
      )}
      {wish && <Notice title={t('wishTitle')}>{t('wishText', { date: due })}</Notice>}
      {state === 'active' && <EditLinks id={id} />}
      {state === 'ended' && (
        <Act does="resume" id={id} variant="secondary">
          {t('resume')}
        </Act>
      )}
    </section>
  )
}

async function EditLinks({ id }: { id: string }) {
  const [t, href] = await Promise.all([getTranslations('agirInitiatives'), currentHref()])
  return (
    <>
      <ul className="flex flex-wrap gap-x-6">
        {editable.map((step) => (
          <li key={step}>
            <a
              href={href(`/mes-initiatives/${id}/${step}`)}
              className="inline-flex min-h-11 items-center gap-2"
            >
              <Icon name="pencil" />
              {t(`steps.${step}`)}
            </a>
          </li>
        ))}
      </ul>
      <Fold title={t('own.endTitle')}>
        <p className="mb-3">{t('own.endText')}</p>
        <Act does="end" id={id} variant="secondary">
          {t('own.end')}
        </Act>
      </Fold>
    </>
  )
}
