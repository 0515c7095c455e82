import { getFormatter, getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { localized } from '@/lib/i18n/localized'
import type { ListedCity } from '@/lib/operator/cities/rules'
import { publicOrigin } from '@/lib/tenancy/origin'
import type { Tenant } from '@/tenants/tenant'
import { CityHealth } from './city-health'
import { CityStatusTag } from './status-tag'

export const mainHost = ({ hosts }: Tenant) => hosts.shared ?? hosts.decider ?? hosts.agir!
export const nameOf = (tenant: Tenant | null, id: string) =>
  tenant ? localized(tenant.name, tenant.locales[0]!, tenant) : id

export async function CityTable({ cities }: { cities: ListedCity[] }) {
  const t = await getTranslations('operator')
  const format = await getFormatter()
  const columns = [
    { key: 'city', label: t('cities.city') },
    { key: 'status', label: t('cities.status') },
    { key: 'ideas', label: t('cities.ideas'), numeric: true },
    { key: 'supports', label: t('cities.supports'), numeric: true },
    { key: 'people', label: t('cities.people'), numeric: true },
    { key: 'health', label: t('cities.health') },
    { key: 'means', label: t('cities.means') },
  ]
  const rows = cities.map((city) => ({
    key: city.id,
    cells: {
      city: <CityName city={city} />,
      status: <CityStatusTag status={city.status} />,
      ideas: format.number(city.ideas),
      supports: format.number(city.supports),
      people: format.number(city.people),
      health: <CityHealth city={city} />,
      means: <Warnings city={city} />,
    },
  }))
  return <Table caption={t('cities.title')} hideCaption stacks columns={columns} rows={rows} />
}

async function CityName({ city: { id, tenant, version } }: { city: ListedCity }) {
  const t = await getTranslations('operator')
  return (
    <span className="block">
      <a href={`/villes/${id}`} className="inline-block py-1 font-bold">
        {nameOf(tenant, id)}
      </a>
      {tenant && (
        <a href={publicOrigin(mainHost(tenant))} className="block py-1 text-sm text-muted">
          {mainHost(tenant)}
        </a>
      )}
      <span className="block text-sm text-muted">{t('cities.atVersion', { version })}</span>
    </span>
  )
}

/** Measures that are nearly or wholly used. */
async function Warnings({ city: { uses } }: { city: ListedCity }) {
  const t = await getTranslations('means')
  const told = uses.filter(({ level }) => level !== 'fine')
  if (told.length === 0)
    return <span className="text-muted">{(await getTranslations('operator'))('cities.meansFine')}</span>
  return told.map(({ name, level }) => (
    <span key={name} className="mb-1 block">
      <Tag
        tone={level === 'over' ? 'danger' : 'warn'}
      >{`${t(`names.${name}`)} : ${t(`levels.${level}`)}`}</Tag>
    </span>
  ))
}
