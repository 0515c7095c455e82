import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Swatch } from '@/components/ui/swatch'
import { pairs, type ThemeProblem } from '@/lib/theme/rules'

/** Whether the two colours can be published; for each that cannot, the nearest shade with which every pair passes. */
export async function ColourVerdict({ problems }: { problems: ThemeProblem[] }) {
  const t = await getTranslations('look')
  const format = await getFormatter()
  if (problems.length === 0)
    return (
      <Notice tone="success" title={t('verdict.passes', { count: pairs.length * 2 })}>
        <p>{t('verdict.passesText')}</p>
      </Notice>
    )
  const number = (ratio: number) => format.number(ratio, { maximumFractionDigits: 2 })
  return (['brand', 'accent'] as const).map((choice) => {
    const own = problems.filter((problem) => problem.choice === choice)
    const worst = own.toSorted((one, other) => one.ratio / one.needed - other.ratio / other.needed)[0]
    if (!worst) return null
    const { ratio, needed, proposal, scheme } = worst
    return (
      <Notice key={choice} tone="danger" title={t(`verdict.${choice}`, { count: own.length })}>
        <p>{t(`verdict.${scheme}`, { ratio: number(ratio), needed: number(needed) })}</p>
        {proposal ? (
          <p>
            <button
              type="submit"
              form="apparence"
              formMethod="get"
              formAction=""
              name="take"
              value={`${choice}:${proposal}`}
              className="inline-flex min-h-11 items-center gap-3 rounded-control border border-control bg-paper px-4 font-bold text-ink hover:border-ink"
            >
              <Swatch colour={proposal} />
              {t('verdict.take', { colour: proposal })}
            </button>
          </p>
        ) : (
          <p>{t('verdict.none')}</p>
        )}
      </Notice>
    )
  })
}
