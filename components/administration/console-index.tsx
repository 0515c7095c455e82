import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { Acting } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { pagesFor, parts, wordsOf } from './console-pages'
import type { Say } from './setting-words'

/** What waits to be done on a page. */
export type Waiting = { text: string; tone: 'warn' | 'action' }

/** Every page that this person may open, by subject, with what waits there. */
export async function ConsoleIndex({
  person,
  waiting,
}: {
  person: Acting
  waiting: Partial<Record<string, Waiting[]>>
}) {
  const t = await getTranslations('settings')
  const say = t as unknown as Say
  const href = await currentHref()
  const { tenant } = await currentSite()
  const open = pagesFor(person, tenant)
  return parts.map((part) => {
    const pages = open.filter((page) => page.part === part)
    if (pages.length === 0) return null
    return (
      <section key={part} aria-labelledby={part} className="mb-12">
        <h2 id={part} className="text-xl">
          {t(`parts.${part}`)}
        </h2>
        <ul className="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {pages.map((page) => (
            <li key={page.name} className="relative rounded-card border border-line p-5 hover:border-control">
              <p className="flex items-center gap-3 font-bold">
                <Icon name={page.icon} className="text-action" />
                <a
                  href={href(`/administration${page.path}`)}
                  className="text-ink after:absolute after:inset-0"
                >
                  {say(wordsOf(page, 'title'))}
                </a>
              </p>
              <p className="mt-1 text-base text-muted">{say(wordsOf(page, 'text'))}</p>
              {(waiting[page.name] ?? []).map(({ text, tone }) => (
                <p key={text} className="mt-3">
                  <Tag tone={tone}>{text}</Tag>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
