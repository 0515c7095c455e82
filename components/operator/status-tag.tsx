import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { CityStatus } from '@/lib/tenancy/states/rules'

const tones = {
  draft: 'neutral',
  trial: 'accent',
  active: 'success',
  read_only: 'warn',
  suspended: 'danger',
  closing: 'danger',
  deleted: 'neutral',
} as const satisfies Record<CityStatus, string>

export async function CityStatusTag({ status }: { status: CityStatus }) {
  const t = await getTranslations('operator')
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
}
