import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'

/** To tell the city that something is wrong with what one reads. */
export async function ReportLink({ href }: { href: string }) {
  const t = await getTranslations('reports')
  return (
    <a href={href} rel="nofollow" className="mt-4 inline-flex min-h-11 items-center gap-2">
      <Icon name="flag" />
      {t('link')}
    </a>
  )
}
