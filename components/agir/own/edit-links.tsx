import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { type Step, trustedFrom } from '@/lib/agir/activities/answers/rules'
import type { OwnActivity } from '@/lib/agir/activities/own/queries'
import { currentHref } from '@/lib/tenancy/current-site'

const editable: readonly Step[] = ['sujet', 'lieu', 'texte', 'image', 'accueil', 'dates']

/** What can be changed of what is public, each on a page of its own, and whether somebody reads it first. */
export async function EditLinks({ activity }: { activity: OwnActivity }) {
  if (activity.moderation !== 'approved') return null
  const [t, steps, href] = await Promise.all([
    getTranslations('agirOwn.edit'),
    getTranslations('agirOffer.steps'),
    currentHref(),
  ])
  return (
    <section aria-labelledby="modifier-titre">
      <h2 id="modifier-titre" className="text-xl">
        {t('title')}
      </h2>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {editable.map((step) => (
          <li key={step}>
            <a
              href={href(`/mes-activites/${activity.id}/modifier/${step}`)}
              className="inline-flex min-h-11 items-center gap-2"
            >
              <Icon name="pencil" />
              {steps(step)}
            </a>
          </li>
        ))}
      </ul>
      {activity.revision ? (
        <div className="mt-4">
          <Notice>{t('waiting')}</Notice>
        </div>
      ) : (
        activity.trust < trustedFrom && <p className="text-base text-muted">{t('readFirst')}</p>
      )}
    </section>
  )
}
