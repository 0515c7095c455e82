import { getTranslations } from 'next-intl/server'
import { CallList } from '@/components/operator/call-list'
import { requireOperator } from '@/lib/operator/acting'
import { listCalls } from '@/lib/operator/help/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('help.title') }
}

export default async function Calls() {
  await requireOperator()
  const t = await getTranslations('operator.help')
  return (
    <div className="mx-auto max-w-[56rem]">
      <h1 className="text-3xl">{t('title')}</h1>
      <p className="mt-3 mb-8 text-muted">{t('lead')}</p>
      <CallList calls={await listCalls()} now={new Date()} />
    </div>
  )
}
