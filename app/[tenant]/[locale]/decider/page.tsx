import { Asking } from '@/components/home/asking'
import { Changed } from '@/components/home/changed'
import { DistrictMap } from '@/components/home/district-map'
import { EmptyCity } from '@/components/home/empty-city'
import { Figures } from '@/components/home/figures'
import { Hero } from '@/components/home/hero'
import { HowItWorks } from '@/components/home/how-it-works'
import { IdeaColumns } from '@/components/home/idea-columns'
import { countsByCode, NearYou } from '@/components/home/near-you'
import { findScoreboard } from '@/lib/engagements/scoreboard/queries'
import { shareOf } from '@/lib/engagements/scoreboard/rules'
import { noFilters, arranged } from '@/lib/consultations/listing/rules'
import { listPublished } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { findOverview } from '@/lib/ideas/overview/queries'
import { thresholdOf } from '@/lib/rules/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { hasConsultations } from '@/lib/tenancy/site'

export default async function DeciderHome() {
  const site = await currentSite()
  const { tenant } = site
  const hrefOn = await currentHref()
  const now = new Date()
  const [overview, scores, consultations] = await Promise.all([
    findOverview(tenant, now),
    findScoreboard(tenant, now),
    hasConsultations(tenant) ? listPublished(tenant) : [],
  ])
  const today = dayIn(tenant.timeZone, now)
  const asking = arranged(consultations, { ...noFilters, statuses: ['open', 'announced'] }, today)
  const threshold = thresholdOf(tenant.ideas, tenant.population)
  const counts = countsByCode(overview.districts)
  const map = (
    <DistrictMap
      tenant={tenant}
      counts={counts}
      hrefOf={(code) => hrefOn(`/idees?district=${code}`)}
      ground="deep"
    />
  )
  return (
    <>
      <Hero {...{ site, threshold, hrefOn, map }} />
      {overview.figures.published === 0 ? (
        <EmptyCity site={site} depositHref={hrefOn('/deposer')} />
      ) : (
        <>
          <Figures
            {...{ site, hrefOn }}
            figures={overview.figures}
            onTime={shareOf(scores.onTime, scores.judged)}
          />
          <IdeaColumns {...{ overview, threshold, now, hrefOn }} />
          <NearYou {...{ site, hrefOn }} districts={overview.districts} />
        </>
      )}
      <Asking {...{ site, today, hrefOn }} shown={asking.shown.slice(0, 3).map(({ one }) => one)} />
      <HowItWorks {...{ site, threshold }} rulesHref={hrefOn('/regles')} />
      <Changed {...{ hrefOn }} delivered={overview.delivered} />
    </>
  )
}
