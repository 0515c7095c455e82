import { getFormatter, getTranslations } from 'next-intl/server'
import { SearchForm } from '@/components/home/search-form'
import { NearMe } from '@/components/ideas/near-me'
import { Signature } from '@/components/layout/signature'
import type { AgirOverview } from '@/lib/agir/overview/queries'
import { type Moment, momentsShown } from '@/lib/agir/overview/rules'
import { presets } from '@/lib/agir/finding/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

const moment =
  'block min-h-13 rounded-control border border-on-deep/40 px-4 py-3 font-bold text-on-deep no-underline hover:border-on-deep hover:bg-on-deep/10 hover:text-on-deep'

/** What one can do, in one question, and the moments at which there is something. */
export async function AgirHero({ counts, firsts }: Pick<AgirOverview, 'counts' | 'firsts'>) {
  const [{ tenant }, t, near, href] = await Promise.all([
    currentSite(),
    getTranslations('agirHome'),
    getTranslations('ideas.near'),
    currentHref(),
  ])
  const { seed } = tenant.theme
  const nearWords = { button: near('button'), busy: near('busy'), failed: near('failed'), note: near('note') }
  const find = t('search')
  return (
    <section className="ground-deep">
      <div className="shell grid grid-cols-1 gap-x-12 gap-y-8 py-12 md:py-16 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-end">
        <div>
          <h1 className="text-3xl md:text-4xl">{t('title')}</h1>
          <p className="mt-4 max-w-[36em] text-lg md:text-xl">{t('lead')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <SearchForm action={href('/activites')} label={find} button={t('searchButton')} />
            <div className="ground-paper [&_button]:min-h-13 rounded-control">
              <NearMe path={`${href('/activites')}?tri=proches`} words={nearWords} />
            </div>
          </div>
        </div>
        <ul aria-label={t('moments')} className="grid grid-cols-1 gap-2">
          {momentsShown(counts).map((when) => (
            <li key={when}>
              <a href={href(`/activites?quand=${presets[when]}`)} className={moment}>
                <span className="flex items-baseline justify-between gap-6">
                  {t(when)}
                  <span className="tabular font-normal text-on-deep-muted">
                    {t('count', { count: counts[when] })}
                  </span>
                </span>
                <First of={firsts[when]} when={when} />
              </a>
            </li>
          ))}
        </ul>
      </div>
      <Signature seed={seed} ground="deep" scale={3} className="h-[54px] md:h-[72px]" />
    </section>
  )
}

/** The next thing at that moment: a name says more than a number. */
async function First({ of, when }: { of: AgirOverview['firsts'][Moment]; when: Moment }) {
  if (!of) return null
  const format = await getFormatter()
  const { title, startsAt, zone } = of
  const day = when === 'weekend' || when === 'week' ? ({ weekday: 'short' } as const) : {}
  const at = format.dateTime(new Date(startsAt), {
    ...day,
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  })
  return (
    <span className="mt-1 flex gap-2 text-base font-normal text-on-deep-muted">
      <span className="tabular shrink-0">{at}</span>
      <bdi className="truncate">{title}</bdi>
    </span>
  )
}
