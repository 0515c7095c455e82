import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'

export default async function OperatorNotFound() {
  const t = await getTranslations('operator')
  return (
    <EmptyState title={t('notThere.title')} level="h1" action={<a href="/">{t('notThere.back')}</a>}>
      {t('notThere.text')}
    </EmptyState>
  )
}
