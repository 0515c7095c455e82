import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'

/** What waits for whoever opens the console, before the list of all that goes well. */
export async function Attention({ calls }: { calls: number }) {
  if (calls === 0) return null
  const t = await getTranslations('operator')
  return (
    <p className="flex items-center gap-3 rounded-card bg-warn-tint px-5 py-3">
      <span className="text-warn">
        <Icon name="circle-alert" size={24} />
      </span>
      <a href="/assistance" className="inline-flex min-h-11 items-center font-bold text-ink">
        {t('cities.calls', { count: calls })}
      </a>
    </p>
  )
}
