import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ideaWords } from '@/lib/i18n/words'
import type { Site } from '@/lib/tenancy/site'
import { SearchForm } from './search-form'
import { durationInWords } from './words'

type Given = { site: Site; threshold: number; hrefOn: (path: string) => string; map: ReactNode }

/** What this place is and what it changes, in one sentence; then the two things one comes to do. */
export async function Hero({ site, threshold, hrefOn, map }: Given) {
  const { seed, hero } = site.tenant.theme
  const said = <WhatItIs {...{ site, threshold, hrefOn }} />
  if (hero === 'split')
    return (
      <section className="bg-tint">
        <div className="grid lg:grid-cols-[minmax(0,1fr)_38%]">
          <div className="px-4 py-12 md:ps-[max(2rem,calc((100vw-75rem)/2))] md:pe-10 md:py-20">{said}</div>
          <div className="bg-deep">
            <Signature seed={seed} ground="deep" scale={6} className="h-[72px] lg:h-full" />
          </div>
        </div>
      </section>
    )
  if (hero === 'map')
    return (
      <section className="ground-deep">
        <div className="shell grid items-center gap-8 py-12 md:py-16 lg:grid-cols-[minmax(0,1fr)_30rem]">
          <div>{said}</div>
          <div className="mx-auto w-full max-w-[30rem] [&>svg]:max-h-[26rem]">{map}</div>
        </div>
        <Signature seed={seed} ground="deep" scale={2} className="h-6" />
      </section>
    )
  return (
    <section className="ground-deep">
      <div className="shell py-12 md:py-20">
        <div className="max-w-[50rem]">{said}</div>
      </div>
      <Signature seed={seed} ground="deep" scale={3} className="h-[72px] md:h-[108px]" />
    </section>
  )
}

async function WhatItIs({ site, threshold, hrefOn }: Omit<Given, 'map'>) {
  const t = await getTranslations('home')
  const words = ideaWords(site)
  const { hero } = site.tenant.theme
  const duration = await durationInWords(site.tenant.ideas.duration)
  return (
    <>
      <h1 className="text-3xl md:text-4xl">{t('promise', words)}</h1>
      <p className="mt-4 max-w-[36em] text-lg md:text-xl">{t('promiseDetail', { threshold, duration })}</p>
      <div className={`mt-8 flex flex-col gap-3 ${hero === 'band' ? 'md:flex-row' : 'md:items-start'}`}>
        <SearchForm action={hrefOn('/idees')} label={t('search', words)} button={t('searchButton')} />
        <ButtonLink
          href={hrefOn('/deposer')}
          size="large"
          variant={hero === 'split' ? 'primary' : 'inverse'}
          icon={<Icon name="pencil" />}
        >
          {t('deposit', words)}
        </ButtonLink>
      </div>
    </>
  )
}
