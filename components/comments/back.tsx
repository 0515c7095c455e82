import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { currentHref } from '@/lib/tenancy/current-site'

const look = 'inline-flex min-h-11 items-center gap-2'

export async function BackToIdea({ slug }: { slug: string }) {
  const [t, href] = await Promise.all([getTranslations('comments'), currentHref()])
  return (
    <a href={href(`/idees/${slug}`)} className={look}>
      <Icon name="arrow-left" />
      {t('backToIdea')}
    </a>
  )
}

export async function BackToDiscussion({ slug }: { slug: string }) {
  const [t, href] = await Promise.all([getTranslations('comments'), currentHref()])
  return (
    <a href={href(`/idees/${slug}/discussion`)} className={look}>
      <Icon name="arrow-left" />
      {t('backToAll')}
    </a>
  )
}
