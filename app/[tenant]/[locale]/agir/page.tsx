import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AgirHero } from '@/components/agir/home/agir-hero'
import { Shelf } from '@/components/agir/home/shelf'
import { ByPlace, ByTheme } from '@/components/agir/home/ways-in'
import { Stories } from '@/components/agir/home/stories'
import { LastingShelf } from '@/components/agir/initiatives/lasting-shelf'
import { NothingHere } from '@/components/agir/finding/nothing-here'
import { ForYouPlace } from '@/components/agir/wishes/for-you-place'
import { WithHearts } from '@/components/agir/wishes/with-hearts'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { writeFilters } from '@/lib/agir/finding/input'
import { noFilters, presets } from '@/lib/agir/finding/rules'
import { listSomeInitiatives } from '@/lib/agir/initiatives/listing/queries'
import { listLatestNews } from '@/lib/agir/news/queries'
import { easily, findAgirOverview, helping } from '@/lib/agir/overview/queries'
import { alternates } from '@/lib/i18n/alternates'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: alternates(await currentSite(), '/') }
}

export default async function AgirHome() {
  const { tenant } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const now = new Date()
  const [t, href, { all, week, easy, needs, counts, firsts }, lasting, told] = await Promise.all([
    getTranslations('agirHome'),
    currentHref(),
    findAgirOverview(tenant, now),
    listSomeInitiatives(tenant, { most: 3, now }),
    listLatestNews(tenant, 3),
  ])
  const path = href('/activites')
  const shown = week.cards.length > 2 ? week : all
  const title = shown === week ? t('week') : t('next')
  const everything = { href: path, text: t('seeAll', { count: all.total }) }
  const more = { href: `${path}?quand=${presets.week}`, text: t('seeAll', { count: week.total }) }
  const toHelp = path + writeFilters({ ...noFilters, ...helping })
  const toTry = path + writeFilters({ ...noFilters, ...easily })
  return (
    <WithHearts>
      <AgirHero {...{ counts, firsts }} />
      {all.total === 0 ? (
        <div className="shell py-16">
          <NothingHere filters={noFilters} path={path} offerHref={href('/proposer')} />
        </div>
      ) : (
        <>
          <Shelf
            id="cette-semaine"
            title={title}
            listing={shown}
            more={shown === week ? more : everything}
            hasLead
          />
          <ForYouPlace />
          <Shelf
            id="pour-commencer"
            title={t('easy')}
            lead={t('easyLead')}
            listing={easy}
            more={{ href: toTry, text: t('seeAll', { count: easy.total }) }}
          />
          <Shelf
            id="on-vous-attend"
            title={t('needs')}
            lead={t('needsLead')}
            listing={needs}
            more={{ href: toHelp, text: t('seeAll', { count: needs.total }) }}
            tinted
          />
          <Stories told={told} />
          <LastingShelf initiatives={lasting} />
          <ByTheme themes={all.facets.themes} />
          <ByPlace districts={all.facets.districts} />
          <section aria-labelledby="proposer" className="shell py-12 text-center md:py-16">
            <h2 id="proposer">{t('yours')}</h2>
            <p className="mx-auto mt-3 max-w-text text-muted">{t('yoursLead')}</p>
            <ButtonLink href={href('/proposer')} size="large" icon={<Icon name="plus" />} className="mt-6">
              {t('offer')}
            </ButtonLink>
          </section>
        </>
      )}
    </WithHearts>
  )
}
