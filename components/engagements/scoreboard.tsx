import { getFormatter, getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import { noDutyFilters, writeDutyFilters } from '@/lib/engagements/input'
import type { Scoreboard as Scores } from '@/lib/engagements/scoreboard/queries'
import { answeredShelves, shareOf } from '@/lib/engagements/scoreboard/rules'
import { shelfWords } from '@/lib/ideas/listing/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

type Given = { scores: Scores; site: Pick<Site, 'tenant' | 'locale'>; hrefOn: (path: string) => string }
const done = ['met', 'met_late'] as const

/** How the city keeps its word, in four figures, each leading to what it counts. */
export async function Scoreboard({ scores, site, hrefOn }: Given) {
  const [t, format] = await Promise.all([getTranslations('engagements.scores'), getFormatter()])
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share / 100, { style: 'percent' })
  const { answers } = scores
  const list = (filters: Partial<typeof noDutyFilters>) =>
    hrefOn('/engagements') + writeDutyFilters(noDutyFilters, filters)
  const answered = `/idees?${answeredShelves.map((shelf) => `etat=${shelfWords[shelf]}`).join('&')}`
  const figures = [
    {
      figure: percent(shareOf(scores.onTime, scores.judged)),
      label: t('onTime', { count: scores.judged }),
      href: list({ standings: ['met'] }),
    },
    {
      figure: scores.medianDays === null ? '–' : format.number(scores.medianDays),
      label: t('median', { days: scores.medianDays ?? 0 }),
      href: list({ kinds: ['opinion'], standings: [...done] }),
    },
    {
      figure: percent(shareOf(answers.favourable, answers.given)),
      label: t('favourable', { count: answers.given }),
      href: hrefOn(answered),
    },
    {
      figure: percent(shareOf(answers.delivered, answers.promised)),
      label: t('delivered', { count: answers.promised }),
      href: hrefOn(answered),
    },
  ]
  return (
    <section aria-label={t('label')} className="mb-10 border-y border-line py-4">
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 lg:grid-cols-4">
        {figures.map(({ figure, label, href }) => (
          <li key={label}>
            <a href={href} className="group block min-h-11 py-2 no-underline">
              <span className="tabular block font-title text-2xl leading-tight font-bold text-ink md:text-3xl">
                {figure}
              </span>
              <span className="text-base text-muted underline decoration-line underline-offset-4 group-hover:text-link-hover group-hover:decoration-current">
                {label}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <ByPlace {...{ scores, site, hrefOn }} />
    </section>
  )
}

/** The same for each department and each district. */
async function ByPlace({ scores, site: { tenant, locale }, hrefOn }: Given) {
  const t = await getTranslations('engagements.scores')
  const name = (found: { name: Parameters<typeof localized>[0] } | undefined, id: string) =>
    found ? localized(found.name, locale, tenant) : id
  const departments = scores.departments.map((row) => ({
    ...row,
    name: name(
      tenant.departments.find(({ id }) => id === row.id),
      row.id,
    ),
    only: { departments: [row.id] },
  }))
  const districts = scores.districts.map((row) => ({
    ...row,
    name: name(
      tenant.territory.districts.find(({ code }) => code === row.id),
      row.id,
    ),
    only: { districts: [row.id] },
  }))
  if (departments.length + districts.length === 0) return null
  const word = localized(tenant.territory.districtWord, locale, tenant)
  return (
    <Fold title={t('details')} className="mt-3">
      <div className="grid gap-8 lg:grid-cols-2">
        {departments.length > 0 && <Rows caption={t('department')} rows={departments} hrefOn={hrefOn} />}
        {districts.length > 0 && <Rows caption={t('district', { word })} rows={districts} hrefOn={hrefOn} />}
      </div>
    </Fold>
  )
}

type Row = Scores['departments'][number] & { name: string; only: Partial<typeof noDutyFilters> }

async function Rows({ caption, rows, hrefOn }: { caption: string; rows: Row[]; hrefOn: Given['hrefOn'] }) {
  const [t, format] = await Promise.all([getTranslations('engagements.scores'), getFormatter()])
  const list = (filters: Partial<typeof noDutyFilters>) =>
    hrefOn('/engagements') + writeDutyFilters(noDutyFilters, filters)
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: t('who') },
        { key: 'onTime', label: t('onTimeColumn'), numeric: true },
        { key: 'late', label: t('lateColumn'), numeric: true },
        { key: 'median', label: t('medianColumn'), numeric: true },
      ]}
      rows={rows.map(({ id, name, only, onTime, judged, late, medianDays }) => ({
        key: id,
        cells: {
          name,
          onTime: (
            <a href={list({ ...only, standings: ['met'] })}>
              {format.number((shareOf(onTime, judged) ?? 0) / 100, { style: 'percent' })}
            </a>
          ),
          late: <a href={list({ ...only, standings: ['late'] })}>{format.number(late)}</a>,
          median:
            medianDays === null ? (
              '–'
            ) : (
              <a href={list({ ...only, kinds: ['opinion'], standings: [...done] })}>
                {format.number(medianDays)}
              </a>
            ),
        },
      }))}
    />
  )
}
