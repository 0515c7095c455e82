import { getTranslations } from 'next-intl/server'

/** Shown when the keyboard reaches them, before anything else. */
export async function SkipLinks() {
  const t = await getTranslations('site')
  const look =
    'sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-4 focus:z-50 focus:rounded-control focus:bg-paper focus:px-4 focus:py-3 focus:font-bold'
  return (
    <nav aria-label={t('skipLinks')}>
      <a href="#contenu" className={look}>
        {t('skipToContent')}
      </a>
      <a href="#pied" className={look}>
        {t('skipToFooter')}
      </a>
    </nav>
  )
}
