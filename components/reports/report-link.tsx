import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { currentHref } from '@/lib/tenancy/current-site'

/** To tell the city that something is wrong with what one reads: `about` names it as the form's address does. */
export async function ReportLink({ about }: { about: string }) {
  const t = await getTranslations('reports')
  const href = await currentHref()
  return (
    <a
      href={href(`/signaler?${about}`)}
      rel="nofollow"
      className="mt-4 inline-flex min-h-11 items-center gap-2"
    >
      <Icon name="flag" />
      {t('link')}
    </a>
  )
}
