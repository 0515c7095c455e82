import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import type { BridgeOfActivity } from '@/lib/agir/bridge/queries'
import { comesBack } from '@/lib/agir/bridge/rules'
import { ideaWords } from '@/lib/i18n/words'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** The idea it helps, the ideas it gave rise to, and, of a need that comes back, the way to make one of it. */
export async function ActivityBridge({
  activity,
  bridge,
}: {
  activity: PublicActivity
  bridge: BridgeOfActivity | null
}) {
  if (!bridge) return null
  const { helped, born } = bridge
  const mayBecome = comesBack({ ...activity, dates: activity.coming.length }) && !helped
  if (!helped && born.length === 0 && !mayBecome) return null
  const [t, href] = await Promise.all([getTranslations('agirBridge.activity'), currentHref()])
  const words = ideaWords(await currentSite())
  const linkTo = (slug: string) =>
    function Linked(text: ReactNode) {
      return (
        <a href={href(`/idees/${slug}`, 'decider')} dir="auto">
          {text}
        </a>
      )
    }
  return (
    <aside className="rounded-card bg-tint p-5">
      {helped && <p>{t.rich('helps', { title: helped.title, link: linkTo(helped.slug), ...words })}</p>}
      {born.map(({ slug, title }) => (
        <p key={slug}>{t.rich('became', { title, link: linkTo(slug), ...words })}</p>
      ))}
      {mayBecome && (
        <>
          <p>{t('comesBack', words)}</p>
          <a
            href={href(`/deposer?besoin=${activity.id}`, 'decider')}
            rel="nofollow"
            className="mt-1 inline-flex min-h-11 items-center gap-2"
          >
            <Icon name="lightbulb" />
            {t('become', words)}
          </a>
        </>
      )}
    </aside>
  )
}
