import { getTranslations } from 'next-intl/server'
import type { InitiativeCard as Card } from '@/lib/agir/initiatives/listing/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { InitiativeCard } from './initiative-card'

/** A few of what lasts here, and the way to all of it. */
export async function LastingShelf({ initiatives }: { initiatives: Card[] }) {
  if (initiatives.length === 0) return null
  const [t, href] = await Promise.all([getTranslations('agirInitiatives.home'), currentHref()])
  return (
    <section aria-labelledby="ce-qui-dure">
      <div className="shell py-10 md:py-12">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
          <h2 id="ce-qui-dure">{t('title')}</h2>
          <a href={href('/initiatives')} className="inline-flex min-h-11 items-center font-bold">
            {t('all')}
          </a>
        </div>
        <p className="mt-1 max-w-text text-muted">{t('lead')}</p>
        <ul className="mt-6 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {initiatives.map((one) => (
            <li key={one.id}>
              <InitiativeCard one={one} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
