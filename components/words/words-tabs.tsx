import { getTranslations } from 'next-intl/server'
import { currentHref } from '@/lib/tenancy/current-site'

const tabs = { word: '', sentences: '/phrases', missing: '/manques' } as const

/** The pages about what the city says and how. */
export async function WordsTabs({ here }: { here: keyof typeof tabs }) {
  const [t, href] = [await getTranslations('words.tabs'), await currentHref()]
  return (
    <nav aria-label={t('label')} className="mb-10">
      <ul className="flex flex-wrap gap-2">
        {(Object.keys(tabs) as (keyof typeof tabs)[]).map((one) => (
          <li key={one}>
            <a
              href={href(`/administration/mots${tabs[one]}`)}
              aria-current={one === here ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-control border border-line px-4 text-base text-ink no-underline hover:border-ink aria-[current=page]:border-transparent aria-[current=page]:bg-action-tint aria-[current=page]:font-bold aria-[current=page]:text-on-action-tint"
            >
              {t(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
