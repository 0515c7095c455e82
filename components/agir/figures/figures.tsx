import { getFormatter, getTranslations } from 'next-intl/server'
import { Stat } from '@/components/ui/stat'
import { Table } from '@/components/ui/table'
import type { AgirFigures } from '@/lib/agir/figures/queries'
import { smallestTold, type Told } from '@/lib/agir/figures/rules'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** The year in a few numbers, each leading to what it counts where there is such a page. */
export async function Headline({ figures }: { figures: AgirFigures }) {
  const [t, format, href] = await Promise.all([getTranslations('agirFigures'), getFormatter(), currentHref()])
  const told = (figure: number | null) =>
    figure === null ? t('few', { least: smallestTold }) : format.number(figure)
  return (
    <div className="grid gap-6 rounded-card bg-tint p-5 sm:grid-cols-2 md:p-8 lg:grid-cols-3">
      <Stat
        figure={told(figures.activities)}
        label={t('activities', { count: figures.activities })}
        href={href('/activites')}
      />
      <Stat figure={told(figures.dates)} label={t('dates', { count: figures.dates })} />
      <Stat figure={told(figures.places)} label={t('places')} />
      <Stat figure={told(figures.hours)} label={t('hours')} />
      <Stat
        figure={told(figures.initiatives)}
        label={t('initiatives', { count: figures.initiatives })}
        href={href('/initiatives')}
      />
      {figures.answeredIn !== null && (
        <Stat figure={t('days', { count: figures.answeredIn })} label={t('answered')} />
      )}
    </div>
  )
}

/** By what it is about, by where it is, and how far the city knows those who organise. */
export async function FigureTables({ figures }: { figures: AgirFigures }) {
  const [{ tenant, locale }, t, trust, format] = await Promise.all([
    currentSite(),
    getTranslations('agirFigures'),
    getTranslations('agirOrganisations.trust'),
    getFormatter(),
  ])
  const word = localized(tenant.territory.districtWord, locale, tenant)
  const themes = tenant.themes.map(({ id, name }) => ({ key: id, name: localized(name, locale, tenant) }))
  const districts = [
    ...tenant.territory.districts.map(({ code, name }) => ({
      key: code,
      name: localized(name, locale, tenant),
    })),
    { key: '', name: t('wholeCity') },
  ]
  return (
    <div className="mt-12 space-y-12">
      <Rows caption={t('byTheme')} first={t('theme')} named={themes} rows={figures.byTheme} />
      <Rows
        caption={t('byDistrict')}
        first={word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)}
        named={districts}
        rows={figures.byDistrict}
      />
      <Table
        caption={t('byTrust')}
        columns={[
          { key: 'trust', label: t('trust') },
          { key: 'count', label: t('organisations'), numeric: true },
        ]}
        rows={figures.organisations.map(({ trust: level, count }) => ({
          key: String(level),
          cells: { trust: trust(String(level) as '0'), count: format.number(count) },
        }))}
      />
    </div>
  )
}

type Named = { key: string; name: string }

async function Rows({
  caption,
  first,
  named,
  rows,
}: {
  caption: string
  first: string
  named: Named[]
  rows: Told[]
}) {
  const [t, format] = await Promise.all([getTranslations('agirFigures'), getFormatter()])
  const told = (figure: number | null) => (figure === null ? t('kept') : format.number(figure))
  const shown = named.flatMap(({ key, name }) => {
    const row = rows.find((one) => one.key === key)
    return row ? [{ ...row, name }] : []
  })
  if (shown.length === 0) return null
  return (
    <Table
      caption={caption}
      stacks
      columns={[
        { key: 'name', label: first },
        { key: 'activities', label: t('columns.activities'), numeric: true },
        { key: 'places', label: t('columns.places'), numeric: true },
        { key: 'hours', label: t('columns.hours'), numeric: true },
      ]}
      rows={shown.map((row) => ({
        key: row.key || 'all',
        cells: {
          name: row.name,
          activities: format.number(row.activities),
          places: told(row.places),
          hours: told(row.hours),
        },
      }))}
    />
  )
}
