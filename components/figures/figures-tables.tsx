import { getFormatter, getTranslations } from 'next-intl/server'
import { codeNames } from '@/components/desk/words'
import { Table } from '@/components/ui/table'
import type { Figures } from '@/lib/moderation/figures/queries'

/** A length of time as people say it: hours up to two days, then days. */
export async function spans() {
  const t = await getTranslations('figures')
  return (hours: number | null) => {
    if (hours === null) return t('noDelay')
    return hours < 48 ? t('hours', { hours: Math.round(hours) }) : t('days', { days: Math.round(hours / 24) })
  }
}

/** A month in large numbers, then by reason, by report and by appeal. */
export async function FiguresTables({ figures }: { figures: Figures }) {
  const t = await getTranslations('figures')
  const format = await getFormatter()
  const nameOf = await codeNames()
  const spanOf = await spans()
  const { received, decided, byCode, reports, appeals, waiting } = figures
  const large = [
    [t('received'), format.number(received)],
    [t('published'), format.number(decided.published)],
    [t('refused'), format.number(decided.refused)],
    [t('delay'), spanOf(decided.medianHours)],
  ] as const
  return (
    <>
      <dl className="mt-6 grid gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-2 lg:grid-cols-4">
        {large.map(([name, value]) => (
          <div key={name} className="flex flex-col-reverse justify-end bg-paper p-5">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular font-title text-3xl font-bold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">{t('waiting', waiting)}</p>
      <div className="mt-10 grid gap-10 lg:grid-cols-2">
        <section aria-labelledby="motifs">
          <h2 id="motifs" className="text-xl">
            {t('byCode')}
          </h2>
          {byCode.length === 0 ? (
            <p className="mt-2 text-muted">{t('byCodeNone')}</p>
          ) : (
            <Bars rows={byCode.map(({ code, number }) => ({ key: code, name: nameOf(code), number }))} />
          )}
        </section>
        <div className="space-y-10">
          <Numbers
            title={t('reports')}
            rows={[
              [t('reportsReceived'), format.number(reports.received)],
              [t('reportsAnswered'), format.number(reports.answered)],
              [t('reportsHiding'), format.number(reports.ledToHiding)],
              [t('reportsDelay'), spanOf(reports.medianHours)],
            ]}
          />
          <Numbers
            title={t('appeals')}
            rows={[
              [t('appealsReceived'), format.number(appeals.received)],
              [t('appealsUpheld'), format.number(appeals.upheld)],
              [t('appealsRejected'), format.number(appeals.rejected)],
            ]}
          />
          <Numbers
            title={t('restrictions')}
            rows={[
              [t('hidden'), format.number(decided.hidden)],
              [t('restored'), format.number(decided.restored)],
              [t('kept'), format.number(decided.kept)],
              [t('automated'), format.number(decided.automated)],
            ]}
          />
        </div>
      </div>
    </>
  )
}

async function Bars({ rows }: { rows: { key: string; name: string; number: number }[] }) {
  const t = await getTranslations('figures')
  const most = Math.max(...rows.map(({ number }) => number))
  return (
    <div className="mt-3">
      <Table
        caption={t('codeColumn')}
        hideCaption
        columns={[
          { key: 'name', label: t('codeColumn') },
          { key: 'bar', label: <span className="sr-only">{t('number')}</span> },
          { key: 'number', label: t('number'), numeric: true },
        ]}
        rows={rows.map(({ key, name, number }) => ({
          key,
          cells: {
            name,
            bar: (
              <svg
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                className="h-2 w-24 rtl:-scale-x-100"
                aria-hidden="true"
              >
                <rect width={(number / most) * 100} height="8" className="fill-action" />
              </svg>
            ),
            number,
          },
        }))}
      />
    </div>
  )
}

function Numbers({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <section aria-label={title}>
      <h2 className="text-xl">{title}</h2>
      <dl className="mt-3 divide-y divide-line border-y border-line">
        {rows.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 py-2">
            <dt>{name}</dt>
            <dd className="tabular font-bold">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
