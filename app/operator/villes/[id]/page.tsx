import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ActList } from '@/components/operator/act-list'
import { mainHost, nameOf } from '@/components/operator/city-table'
import { HealthCard } from '@/components/operator/health-card'
import { InvitedList } from '@/components/operator/invited-list'
import { MeansForm } from '@/components/operator/means-form'
import { DepartureCard } from '@/components/operator/departure-card'
import { StatusForm } from '@/components/operator/status-form'
import { CityStatusTag } from '@/components/operator/status-tag'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Stat } from '@/components/ui/stat'
import { requireOperator } from '@/lib/operator/acting'
import { findSignedProof } from '@/lib/operator/departures/queries'
import { listInvited } from '@/lib/operator/invitations/queries'
import { type CityFor, findCityFor } from '@/lib/operator/cities/queries'
import { publicOrigin } from '@/lib/tenancy/origin'

export default async function City({ params, searchParams }: PageProps<'/operator/villes/[id]'>) {
  await requireOperator()
  const city = (await findCityFor((await params).id, new Date())) ?? notFound()
  const t = await getTranslations('operator')
  const name = nameOf(city.tenant, city.id)
  const isNew = (await searchParams).faite === 'oui'
  return (
    <div className="space-y-8">
      <Breadcrumbs label={t('trail')} trail={[{ href: '/', text: t('cities.title') }, { text: name }]} />
      {isNew && (
        <Notice tone="success" title={t('city.made', { city: name })} live="status">
          {t(city.status === 'active' ? 'city.madeOpen' : 'city.madeDraft')}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <h1 className="text-3xl">{name}</h1>
        <CityStatusTag status={city.status} />
        {city.tenant && (
          <ButtonLink variant="secondary" href={publicOrigin(mainHost(city.tenant))}>
            {t('city.visit')}
          </ButtonLink>
        )}
      </div>
      <DepartureCard city={city} proof={await findSignedProof(city.id)} now={new Date()} />
      {city.status !== 'deleted' && <LivingCity city={city} />}
      <ActList acts={city.acts} />
    </div>
  )
}

/** What it does, and what can be done with it: of one that was erased, nothing is left to say. */
async function LivingCity({ city }: { city: CityFor }) {
  const [t, format] = [await getTranslations('operator.city'), await getFormatter()]
  const figures = (['ideas', 'supports', 'people', 'lettersFailed'] as const).map((key) => ({
    figure: format.number(city[key]),
    label: t(key),
  }))
  return (
    <>
      <div className="grid grid-cols-2 gap-6 md:grid-cols-4">
        {figures.map((figure) => (
          <Stat key={figure.label} {...figure} />
        ))}
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <HealthCard city={city} />
          <MeansForm city={city} />
        </div>
        <div className="grid gap-6">
          <StatusForm city={city} />
          <InvitedList city={city.id} invited={await listInvited(city.id)} now={new Date()} />
        </div>
      </div>
    </>
  )
}
