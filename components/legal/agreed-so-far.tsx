import { getTranslations } from 'next-intl/server'
import { Progress } from '@/components/ui/progress'
import type { Agreed } from '@/lib/people/acceptances/queries'
import type { Acceptable } from '@/tenants/legal'

/** How many of those who have an account have agreed to a page, as it was last asked of them. */
export async function AgreedSoFar({ document, agreed }: { document: Acceptable; agreed: Agreed[] }) {
  const t = await getTranslations('legalForm')
  const one = agreed.find((asked) => asked.document === document)
  if (!one) return <p className="mb-8 text-muted">{t('notAsked')}</p>
  return (
    <div className="mb-10 max-w-text">
      <p className="mb-2 font-bold">{t('agreed', one)}</p>
      <Progress value={one.agreed} max={Math.max(one.everyone, 1)} text={t('agreed', one)} />
    </div>
  )
}
