import { getTranslations } from 'next-intl/server'
import { navigation } from '@/components/layout/navigation'
import { durationInWords } from '@/components/home/words'
import { Signature } from '@/components/layout/signature'
import { DecidedNow, PlatformDoor, ToDoNow } from '@/components/home/platform-door'
import { listNext } from '@/lib/agir/overview/queries'
import { findOverview } from '@/lib/ideas/overview/queries'
import { thresholdOf } from '@/lib/rules/rules'

/** The page above both platforms, where a city has one host for the two. */
export default async function CityPortal() {
  const { site, city, platforms } = await navigation()
  const { tenant } = site
  const t = await getTranslations('home.city')
  const binding = {
    threshold: thresholdOf(tenant.ideas, tenant.population),
    duration: await durationInWords(tenant.ideas.duration),
  }
  const now = new Date()
  const [overview, next] = await Promise.all([
    tenant.modules.ideas ? findOverview(tenant, now) : null,
    tenant.modules.agir ? listNext(tenant, now) : [],
  ])
  const inside = {
    decider: overview && <DecidedNow {...{ overview, now }} />,
    agir: <ToDoNow cards={next} />,
  }
  return (
    <>
      <section className="ground-deep">
        <div className="shell py-12 md:py-20">
          <h1 className="text-3xl md:text-4xl">{t('title', { city })}</h1>
          <p className="mt-4 text-lg md:text-xl">{t(platforms.length > 1 ? 'lead' : 'leadOne')}</p>
        </div>
        <Signature seed={tenant.theme.seed} ground="deep" scale={3} className="h-[72px] md:h-[108px]" />
      </section>
      <ul className="shell grid gap-6 py-12 md:grid-cols-2 md:py-20">
        {platforms.map(({ platform, href, name }) => (
          <li key={platform}>
            <PlatformDoor
              {...{ href, name }}
              text={platform === 'decider' ? t('decider', binding) : t('agir')}
            >
              {inside[platform]}
            </PlatformDoor>
          </li>
        ))}
      </ul>
    </>
  )
}
