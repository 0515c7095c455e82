import { getTranslations } from 'next-intl/server'
import { codeNames, deskMoments } from '@/components/desk/words'
import type { FollowedReport } from '@/lib/moderation/reports/queries'
import { Facts } from './facts'

/** What was reported, what became of it, and what can still be done. */
export async function ReportState({
  report,
  aboutHref,
  email,
}: {
  report: FollowedReport
  aboutHref: string | null
  email: string
}) {
  const t = await getTranslations('reports')
  const { at } = await deskMoments()
  const about =
    aboutHref && report.title ? (
      <a href={aboutHref} dir="auto">
        {report.title}
      </a>
    ) : (
      t('follow.hidden')
    )
  return (
    <>
      <section aria-labelledby="etat" className="rounded-card border border-line bg-tint p-5">
        <h2 id="etat" className="text-xl">
          {t('follow.state')}
        </h2>
        <div className="mt-3 space-y-3">
          {report.decidedAt ? (
            <Answer report={report} email={email} />
          ) : (
            <p>{t('follow.waiting', { date: at(report.dueAt) })}</p>
          )}
          {!report.decidedAt && report.hasAddress && <p className="text-muted">{t('follow.letter')}</p>}
        </div>
      </section>
      <div className="mt-8">
        <Facts
          facts={[
            [t('follow.number'), <code key="number">{report.id}</code>],
            [t('follow.on'), at(report.at)],
            [t('follow.about'), about],
            [t('follow.reason'), t(`reasons.${report.reason}`)],
            [
              t('follow.said'),
              <span key="said" dir="auto" className="whitespace-pre-line">
                {report.text || t('follow.forgotten')}
              </span>,
            ],
          ]}
        />
      </div>
    </>
  )
}

async function Answer({ report, email }: { report: FollowedReport; email: string }) {
  const t = await getTranslations('reports.follow')
  const { at } = await deskMoments()
  const nameOf = await codeNames()
  const { act, code, said, decidedAt } = report
  const measure =
    act === 'hide' ? t('hide', { code: nameOf(code) }) : t(act === 'restore' ? 'restore' : 'keep')
  return (
    <>
      <p className="font-bold">{t('decided', { date: at(decidedAt!) })}</p>
      <p>{measure}</p>
      {act !== 'hide' && said && (
        <blockquote dir="auto" className="border-s-4 border-line ps-4 wrap-anywhere whitespace-pre-line">
          {said}
        </blockquote>
      )}
      <p>{t('remedy', { email })}</p>
    </>
  )
}
