import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { AddInterest, AddPlace } from '@/components/notifications/add-interest'
import { InterestList, type ShownInterest } from '@/components/notifications/interest-list'
import { FollowedList, Part } from '@/components/people/account-parts'
import { Icon } from '@/components/ui/icon'
import { requirePerson } from '@/lib/auth/require-person'
import { localized } from '@/lib/i18n/localized'
import { districtAt } from '@/lib/ideas/places/rules'
import { type Followed, listFollowed } from '@/lib/notifications/interests/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { hasConsultations } from '@/lib/tenancy/site'
import type { Localized } from '@/tenants/tenant'

type Held = Followed['interests']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('followed.title'), robots: { index: false } }
}

export default async function FollowedPage() {
  const { id } = await requirePerson()
  const site = await currentSite()
  const { tenant, locale } = site
  const t = await getTranslations('notifications.followed')
  const href = await currentHref()
  const { ideas, consultations, organisations, interests } = await listFollowed(tenant, id)
  const named = (name: Localized) => localized(name, locale, tenant)
  const themes = tenant.themes.map((theme) => ({ value: theme.id, label: named(theme.name) }))
  const districts = tenant.territory.districts.map(({ code, name }) => ({ value: code, label: named(name) }))
  const word = named(tenant.territory.districtWord)
  const districtLabel = word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
  const back = (
    <a href={href('/compte')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={back} width="text">
      <div className="grid gap-6">
        <Part id="idees" title={t('ideas')}>
          <FollowedList
            followed={ideas.map((idea) => ({ ...idea, href: href(`/idees/${idea.slug}`, 'decider') }))}
          />
        </Part>
        <Part id="consultations" title={t('consultations')} lead={t('consultationsLead')}>
          <InterestList interests={consultationsShown()} />
        </Part>
        {organisations.length > 0 && (
          <Part id="organisations" title={t('organisations')}>
            <InterestList
              interests={organisations.map(({ slug, ...one }) => ({
                ...one,
                href: href(`/organisations/${slug}`, 'agir'),
              }))}
            />
          </Part>
        )}
        <Part id="themes" title={t('themes')}>
          <InterestList interests={shown('theme', themes)} />
          <AddInterest kind="theme" label={t('addTheme')} choices={left('theme', themes)} />
        </Part>
        <Part id="lieux" title={districtLabel}>
          <InterestList interests={shown('district', districts)} />
          <AddInterest kind="district" label={t('addDistrict')} choices={left('district', districts)} />
        </Part>
        <Part id="alentours" title={t('places')} lead={t('placesLead')}>
          <InterestList interests={interests.filter(({ kind }) => kind === 'place').map(placeShown)} />
          <AddPlace site={site} />
        </Part>
      </div>
    </Page>
  )

  function shown(kind: 'theme' | 'district', names: { value: string; label: string }[]): ShownInterest[] {
    return held(kind).map(({ id, value }) => ({
      id,
      name: names.find((one) => one.value === value)?.label ?? value,
      href: href(`/idees?${kind}=${value}`, 'decider'),
    }))
  }

  function consultationsShown(): ShownInterest[] {
    if (!hasConsultations(tenant)) return []
    const all = interests
      .filter(({ kind }) => kind === 'consultations')
      .map(({ id }) => ({ id, name: t('allConsultations'), href: href('/consultations', 'decider') }))
    const each = consultations.map(({ id, slug, title }) => ({
      id,
      name: title,
      href: href(`/consultations/${slug}`, 'decider'),
    }))
    return [...all, ...each]
  }

  function left(kind: 'theme' | 'district', names: { value: string; label: string }[]) {
    return names.filter(({ value }) => !held(kind).some((one) => one.value === value))
  }

  function held(kind: 'theme' | 'district'): Held {
    return interests.filter((one) => one.kind === kind)
  }

  function placeShown({ id, latitude, longitude, radiusMetres }: Held[number]): ShownInterest {
    const point = { latitude: latitude!, longitude: longitude! }
    const district = districtAt(tenant.territory, point)
    const name = district ? named(district.name) : named(tenant.name)
    return {
      id,
      name: t('place', { metres: radiusMetres!, name }),
      href: href(`/idees?lat=${latitude}&lon=${longitude}`, 'decider'),
    }
  }
}
