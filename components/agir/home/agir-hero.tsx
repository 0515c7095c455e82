import { getTranslations } from 'next-intl/server'
import { SearchForm } from '@/components/home/search-form'
import { NearMe } from '@/components/ideas/near-me'
import { Signature } from '@/components/layout/signature'
import type { Moment } from '@/lib/agir/overview/queries'
import { presets } from '@/lib/agir/finding/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

const moment =
  'flex min-h-13 items-baseline justify-between gap-6 rounded-control border border-on-deep/40 px-4 py-3 font-bold text-on-deep no-underline hover:border-on-deep hover:bg-on-deep/10 hover:text-on-deep'

/** What one can do, in one question, and the three moments most people mean by it. */
export async function AgirHero({ counts }: { counts: Record<Moment, number> }) {
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
      <div className="shell grid gap-x-12 gap-y-8 py-12 md:py-16 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-end">
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
        <ul aria-label={t('moments')} className="grid gap-2">
          {(['evening', 'today', 'weekend'] as const).map((when) => (
            <li key={when}>
              <a href={href(`/activites?quand=${presets[when]}`)} className={moment}>
                {t(when)}
                <span className="tabular font-normal text-on-deep-muted">
                  {t('count', { count: counts[when] })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
      <Signature seed={seed} ground="deep" scale={3} className="h-[54px] md:h-[72px]" />
    </section>
  )
}
