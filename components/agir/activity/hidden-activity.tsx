import { getTranslations } from 'next-intl/server'
import { currentHref } from '@/lib/tenancy/current-site'

/** In the place of what is no longer shown: that it is not. */
export async function HiddenActivity() {
  const [t, href] = await Promise.all([getTranslations('agirActivity'), currentHref()])
  return (
    <div className="shell py-16">
      <meta name="gone" content="410" />
      <h1>{t('hidden.title')}</h1>
      <div className="mt-4 max-w-text space-y-3">
        <p>{t('hidden.text')}</p>
        <p>
          <a href={href('/activites')}>{t('hidden.toList')}</a>
        </p>
      </div>
    </div>
  )
}
