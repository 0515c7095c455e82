import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import type { Decision } from '@/lib/ideas/examination/rules'

const looks = {
  favourable: { icon: 'circle-check', look: 'text-success' },
  partial: { icon: 'circle-check', look: 'text-warn' },
  unfavourable: { icon: 'x', look: 'text-danger' },
  not_admissible: { icon: 'x', look: 'text-danger' },
  already_exists: { icon: 'info', look: 'text-link' },
} as const satisfies Record<Decision, { icon: string; look: string }>

/** The answer in two words, large enough to be seen first. */
export async function DecisionMark({ decision }: { decision: Decision }) {
  const t = await getTranslations('examination')
  const { icon, look } = looks[decision]
  return (
    <p className={`flex items-center gap-3 font-title text-xl leading-tight font-bold md:text-2xl ${look}`}>
      <Icon name={icon} size={24} />
      {t(`decisions.${decision}`)}
    </p>
  )
}
