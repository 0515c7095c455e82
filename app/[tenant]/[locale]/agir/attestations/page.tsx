import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { serialTyped } from '@/lib/agir/certificates/rules'
import { currentHref } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirCertificates.check'))('title') }
}

/** Whoever was shown a certificate types its number. */
export default async function CheckPage({ searchParams }: Props) {
  const [{ numero }, t, href] = [
    await searchParams,
    await getTranslations('agirCertificates.check'),
    await currentHref(),
  ]
  const serial = serialTyped(numero)
  if (serial) redirect(href(`/attestations/${serial}`))
  const typed = typeof numero === 'string' ? numero.slice(0, 40) : ''
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1">
          <TextInput
            name="numero"
            label={t('number')}
            hint={t('numberHint')}
            error={typed && t('unreadable')}
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            required
          />
        </div>
        <Button type="submit">{t('submit')}</Button>
      </form>
    </Page>
  )
}
