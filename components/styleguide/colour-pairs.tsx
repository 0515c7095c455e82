import { getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import { contrast } from '@/lib/theme/colour'
import { pairs } from '@/lib/theme/rules'
import { tokensOf } from '@/lib/theme/tokens'
import type { Theme } from '@/tenants/theme'

/** Every pair of the theme with its contrast, by day and by night. */
export async function ColourPairs({ theme }: { theme: Theme }) {
  const t = await getTranslations('ui.styleguide')
  const appearance = await getTranslations('site.appearance')
  const schemes = (['light', 'dark'] as const).map((scheme) => ({ scheme, tokens: tokensOf(theme, scheme) }))
  const rows = pairs.map(({ front, behind, needed }) => {
    const measured = schemes.map(({ scheme, tokens }) => {
      const ratio = Math.floor(contrast(tokens[front], tokens[behind]) * 10) / 10
      return [scheme, t('ratio', { ratio, needed })] as const
    })
    return {
      key: `${front} ${behind}`,
      cells: { pair: t('onGround', { front, behind }), ...Object.fromEntries(measured) },
    }
  })
  const columns = [
    { key: 'pair', label: t('colours') },
    { key: 'light', label: appearance('light') },
    { key: 'dark', label: appearance('dark') },
  ]
  return (
    <section>
      <h2>{t('colours')}</h2>
      <Table caption={t('colours')} hideCaption columns={columns} rows={rows} />
    </section>
  )
}
