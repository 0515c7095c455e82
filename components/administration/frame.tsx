import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HelperBand } from '@/components/help/helper-band'
import { Icon } from '@/components/ui/icon'
import type { Acting } from '@/lib/people/rules'
import type { Helping } from '@/lib/tenancy/help/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { pagesFor, parts, wordsOf } from './console-pages'
import type { Say } from './setting-words'

/** Who is looking: somebody of the city, or, by its leave and only reading, of the operator. */
type Console = Acting & { helping?: Helping }

type Props = {
  person: Console
  /** The page being shown; none on the index and on pages below another. */
  here?: string
  title: ReactNode
  lead?: ReactNode
  /** Breadcrumbs, or the way back, where the navigation alone does not say it. */
  above?: ReactNode
  children: ReactNode
}

/** A page of the console: where one can go on the left, folded on a phone, and one subject. */
export async function ConsoleFrame({ person, here, title, lead, above, children }: Props) {
  const t = await getTranslations('settings')
  return (
    <div className="shell pt-6 pb-16 md:pt-8 md:pb-24">
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-12">
        <details className="mb-6 rounded-card border border-line lg:hidden">
          <summary className="flex min-h-11 items-center gap-2 px-4 font-bold">
            <Icon name="menu" />
            {t('menu')}
          </summary>
          <div className="border-t border-line px-4 py-3">
            <ConsoleNavigation person={person} here={here} />
          </div>
        </details>
        <div className="hidden lg:block">
          <ConsoleNavigation person={person} here={here} />
        </div>
        <div className="min-w-0">
          {person.helping && <HelperBand helping={person.helping} />}
          {above && <div className="mb-4">{above}</div>}
          <h1 className="max-w-[24em]">{title}</h1>
          {lead && <p className="mt-3 max-w-text text-lg text-muted">{lead}</p>}
          {person.helping ? (
            <fieldset disabled className="mt-8 min-w-0">
              {children}
            </fieldset>
          ) : (
            <div className="mt-8">{children}</div>
          )}
        </div>
      </div>
    </div>
  )
}

async function ConsoleNavigation({ person, here }: Pick<Props, 'person' | 'here'>) {
  const t = await getTranslations('settings')
  const say = t as unknown as Say
  const href = await currentHref()
  const { tenant } = await currentSite()
  const open = pagesFor(person, tenant)
  return (
    <nav aria-label={t('navigation')} className="text-base">
      <a
        href={href('/administration')}
        aria-current={here ? undefined : 'true'}
        className="flex min-h-11 items-center font-bold text-ink"
      >
        {t('title')}
      </a>
      {parts.map((part) => {
        const pages = open.filter((page) => page.part === part)
        if (pages.length === 0) return null
        return (
          <section key={part} className="mt-3">
            <h2 className="text-sm font-bold text-muted">{t(`parts.${part}`)}</h2>
            <ul>
              {pages.map((page) => (
                <li key={page.name}>
                  <a
                    href={href(`/administration${page.path}`)}
                    aria-current={page.name === here ? 'page' : undefined}
                    className="flex min-h-11 items-center gap-3 rounded-control px-2 text-ink no-underline hover:bg-tint hover:underline aria-[current=page]:bg-action-tint aria-[current=page]:font-bold aria-[current=page]:text-on-action-tint"
                  >
                    <Icon name={page.icon} />
                    {say(wordsOf(page, 'title'))}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}
