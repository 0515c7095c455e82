import { getTranslations } from 'next-intl/server'
import { currentHref } from '@/lib/tenancy/current-site'

/** Says on every page of a preview that nothing of it is public, and how to leave it. */
export async function PreviewBanner() {
  const t = await getTranslations('settings.preview')
  const href = await currentHref()
  return (
    <p
      role="status"
      className="border-b-2 border-accent bg-accent-tint px-4 py-2 text-center font-bold text-on-accent-tint"
    >
      {t('banner')}{' '}
      <a href={href('/apercu/fin')} className="inline-flex min-h-11 items-center text-on-accent-tint">
        {t('leave')}
      </a>
    </p>
  )
}
