import { getTranslations } from 'next-intl/server'
import { codeNames } from '@/components/desk/words'
import { readMoment } from '@/lib/moderation/figures/input'
import { findFigures, listPublicDecisions } from '@/lib/moderation/figures/queries'
import { csvLine, monthOf } from '@/lib/moderation/figures/rules'
import { currentSite } from '@/lib/tenancy/current-site'

/** The month's figures, then its register, as a spreadsheet reads them. */
export async function GET(request: Request): Promise<Response> {
  const { tenant } = await currentSite()
  const { mois } = readMoment(Object.fromEntries(new URL(request.url).searchParams))
  const month = monthOf(mois, tenant.timeZone, new Date())
  const lines = [await figureLines(tenant, month), await registerLines(tenant, month)].flat()
  return new Response(`\ufeff${lines.map(csvLine).join('')}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="moderation-${month.name}.csv"`,
    },
  })
}

type Place = Parameters<typeof findFigures>
type Line = (string | number | null)[]

async function figureLines(tenant: Place[0], month: ReturnType<typeof monthOf>): Promise<Line[]> {
  const t = await getTranslations('figures')
  const nameOf = await codeNames()
  const { received, decided, byCode, reports, appeals } = await findFigures(tenant, month)
  const hours = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)
  return [
    [t('measure'), t('value')],
    [t('csvMonth'), month.name],
    [t('received'), received],
    [t('published'), decided.published],
    [t('refused'), decided.refused],
    ...byCode.map(({ code, number }) => [`${t('refused')} : ${nameOf(code)}`, number]),
    [`${t('delay')} (h)`, hours(decided.medianHours)],
    [t('hidden'), decided.hidden],
    [t('restored'), decided.restored],
    [t('kept'), decided.kept],
    [t('automated'), decided.automated],
    [`${t('reports')} : ${t('reportsReceived')}`, reports.received],
    [`${t('reports')} : ${t('reportsAnswered')}`, reports.answered],
    [`${t('reports')} : ${t('reportsHiding')}`, reports.ledToHiding],
    [`${t('reportsDelay')} (h)`, hours(reports.medianHours)],
    [`${t('appeals')} : ${t('appealsReceived')}`, appeals.received],
    [`${t('appeals')} : ${t('appealsUpheld')}`, appeals.upheld],
    [`${t('appeals')} : ${t('appealsRejected')}`, appeals.rejected],
    [],
  ]
}

async function registerLines(tenant: Place[0], month: ReturnType<typeof monthOf>): Promise<Line[]> {
  const t = await getTranslations('figures')
  const d = await getTranslations('desk')
  const nameOf = await codeNames()
  const { decisions } = await listPublicDecisions(tenant, month, { most: 5000 })
  const rows = decisions.map((one): Line => [
    one.at.toISOString(),
    d(`acts.${one.act}`),
    one.code && nameOf(one.code),
    one.title ?? t('unnamed'),
  ])
  return [[t('date'), t('decision'), t('why'), t('what')], ...rows]
}
