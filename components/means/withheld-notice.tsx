import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'

/** What the city may not switch on for now, and whom to ask. */
export async function WithheldNotice({ withheld, askAt }: { withheld: string[]; askAt?: string }) {
  if (withheld.length === 0) return null
  const t = await getTranslations('means')
  const keys = await getTranslations('settings.keys')
  const format = await getFormatter()
  const modules = format.list(withheld.map((key) => keys(`${key}.label` as 'modules.agir.label')))
  return (
    <Notice title={t('withheldTitle', { count: withheld.length })}>
      <p>{t('withheldText', { modules })}</p>
      {askAt && (
        <p>
          <a href={askAt}>{t('ask')}</a>
        </p>
      )}
    </Notice>
  )
}
