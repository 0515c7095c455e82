import { getTranslations } from 'next-intl/server'
import { ActivityCard } from '@/components/agir/finding/activity-card'
import { Section } from '@/components/ideas/section'
import { Icon } from '@/components/ui/icon'
import type { BridgeOfIdea } from '@/lib/agir/bridge/queries'
import { opensMissions } from '@/lib/agir/bridge/rules'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref } from '@/lib/tenancy/current-site'

/** What there is to do so that an idea comes about, and the needs it was born of. Nothing where nobody can act. */
export async function IdeaMissions({ idea, bridge }: { idea: PublicIdea; bridge: BridgeOfIdea | null }) {
  if (!bridge) return null
  const { needs, missions } = bridge
  const isOpen = opensMissions(idea)
  if (!isOpen && missions.length === 0 && needs.length === 0) return null
  const [t, href] = await Promise.all([getTranslations('agirBridge'), currentHref()])
  return (
    <Section id="aider" title={t('idea.title')}>
      {needs.map(({ slug, title }) => (
        <p key={slug} className="mb-4">
          {t.rich('idea.bornOf', {
            title,
            link: (text) => (
              <a href={href(`/activites/${slug}`, 'agir')} dir="auto">
                {text}
              </a>
            ),
          })}
        </p>
      ))}
      {(isOpen || missions.length > 0) && (
        <p className="mb-4 text-muted">{t(missions.length > 0 ? 'idea.lead' : 'idea.none')}</p>
      )}
      {missions.length > 0 && (
        <ul className="grid gap-4">
          {missions.map((mission) => (
            <li key={mission.slug} className="flex">
              <ActivityCard activity={mission} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <p className="mt-4">
          <a
            href={href(`/proposer?idee=${idea.id}`, 'agir')}
            rel="nofollow"
            className="inline-flex min-h-11 items-center gap-2"
          >
            <Icon name="plus" />
            {t('idea.offer')}
          </a>
          <span className="block text-base text-muted">{t('idea.offerNote')}</span>
        </p>
      )}
    </Section>
  )
}
