import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { Stat } from '@/components/ui/stat'
import { close } from '@/lib/agir/calls/actions'
import type { CallReport as Report } from '@/lib/agir/calls/desk/queries'
import { type CallRefusal, callRefusals } from '@/lib/agir/calls/rules'
import { skills } from '@/lib/agir/volunteers/rules'
import { CallAnnouncing } from './announcing'

type Props = { report: Report; isOpen: boolean; isOver: boolean }

/** Who comes, who waits, and how many said what. */
export async function CallReport({ report, isOpen, isOver }: Props) {
  const t = await getTranslations('agirCalls')
  const { counts, coming, waiting, call } = report
  return (
    <div className="space-y-10">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Stat figure={`${call.seatsTaken} / ${call.seats}`} label={t('report.coming')} />
        <Stat figure={String(counts.asked)} label={t('report.asked')} />
        <Stat figure={String(counts.silent)} label={t('report.silent')} />
        <Stat figure={String(counts.no)} label={t('report.no')} />
      </div>
      <Section id="viennent" title={t('report.coming')}>
        {coming.length > 0 ? (
          <Names answers={coming} />
        ) : (
          <p className="text-muted">{t('report.comingNone')}</p>
        )}
      </Section>
      {waiting.length > 0 && (
        <Section id="attente" title={t('report.waiting')}>
          <Names answers={waiting} />
        </Section>
      )}
      <CallAnnouncing
        callId={call.id}
        announcements={report.announcements}
        isOpen={coming.length > 0 && !isOver}
      />
      {isOpen && <CloseForm callId={call.id} />}
    </div>
  )
}

async function Names({ answers }: { answers: Report['coming'] }) {
  const [t, m] = await Promise.all([getTranslations('agirCalls'), getTranslations('agirMessages')])
  return (
    <ul className="-mt-4 divide-y divide-line">
      {answers.map((one) => (
        <li key={one.id} className="py-4">
          <p dir="auto" className="font-bold">
            {one.name ?? m('nobody')}
          </p>
          <Offered because={one.because} />
          {one.wontDo && (
            <p dir="auto" className="text-base">
              {t('report.wontDo', { text: one.wontDo })}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What of their offer fits the need. */
async function Offered({ because }: { because: string[] }) {
  const t = await getTranslations('agirVolunteers.skills')
  const offered = skills.filter((skill) => because.includes(`skill:${skill}`))
  if (offered.length === 0) return null
  return <p className="text-base text-muted">{offered.map((skill) => t(skill)).join(' · ')}</p>
}

async function CloseForm({ callId }: { callId: string }) {
  const t = await getTranslations('agirCalls')
  const refusals = Object.fromEntries(callRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return (
    <Fold title={t('report.close')}>
      <ActionForm
        action={close}
        words={await formWords()}
        refusals={refusals as Record<CallRefusal, string>}
        className="space-y-3"
      >
        <input type="hidden" name="callId" value={callId} />
        <p>{t('report.closeText')}</p>
        <SubmitButton variant="danger">{t('report.close')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}
