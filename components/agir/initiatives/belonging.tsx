import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { KeptInitiative } from '@/lib/agir/initiatives/own/queries'
import { currentHref } from '@/lib/tenancy/current-site'

/** The activities that belong to it, and the way to offer another. */
export async function Belonging({ one }: { one: KeptInitiative }) {
  const [t, href] = await Promise.all([getTranslations('agirInitiatives.own.belonging'), currentHref()])
  return (
    <section aria-labelledby="activites">
      <h2 id="activites" className="text-xl">
        {t('title')}
      </h2>
      {one.belonging.length === 0 ? (
        <p className="mt-2 text-muted">{t('none')}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {one.belonging.map(({ id, title, slug }) => (
            <li key={id}>
              <a
                href={href(`/activites/${slug}`)}
                dir="auto"
                className="inline-flex min-h-11 items-center wrap-anywhere"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4">
        <ButtonLink
          href={href(`/proposer?initiative=${one.id}`)}
          variant="secondary"
          icon={<Icon name="plus" />}
        >
          {t('offer')}
        </ButtonLink>
      </p>
    </section>
  )
}
