import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { currentHref } from '@/lib/tenancy/current-site'

export async function BackToDesk() {
  const [t, href] = await Promise.all([getTranslations('consultations.desk'), currentHref()])
  return (
    <a href={href('/administration/consultations')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
}
