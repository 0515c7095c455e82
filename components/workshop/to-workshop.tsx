import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { currentHref } from '@/lib/tenancy/current-site'

/** The way to what a threshold or a duration would have given. */
export async function ToWorkshop() {
  const t = await getTranslations('workshop')
  const href = await currentHref()
  return (
    <div className="mb-8 max-w-[48rem]">
      <Notice>
        <a href={href('/administration/atelier')} className="font-bold">
          {t('toWorkshop')}
        </a>
        <p>{t('toWorkshopText')}</p>
      </Notice>
    </div>
  )
}
