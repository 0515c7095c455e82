import { getFormatter, getTranslations } from 'next-intl/server'
import { Progress } from '@/components/ui/progress'
import { Tag } from '@/components/ui/tag'
import type { Use } from '@/lib/tenancy/means/rules'

/** What a city uses of what it was given; without a measure, the bare figure. */
export async function UseList({ uses }: { uses: Use[] }) {
  const t = await getTranslations('means')
  const format = await getFormatter()
  return (
    <ul className="grid gap-5">
      {uses.map(({ name, used, quota, level }) => {
        const figure = t(`used.${name}`, { used: format.number(used) })
        const said = quota === null ? figure : t('of', { figure, quota: format.number(quota) })
        return (
          <li key={name}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <span className="font-bold">{t(`names.${name}`)}</span>
              <span className="tabular text-base text-muted">{said}</span>
            </p>
            {quota !== null && <Progress value={used} max={quota} text={`${t(`names.${name}`)} : ${said}`} />}
            {level !== 'fine' && (
              <p className="mt-2">
                <Tag tone={level === 'over' ? 'danger' : 'warn'}>{t(`levels.${level}`)}</Tag>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
