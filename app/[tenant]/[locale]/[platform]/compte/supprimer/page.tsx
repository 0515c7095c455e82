import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextInput } from '@/components/ui/text-input'
import { countValid } from '@/lib/agir/certificates/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<{ erreur?: string | string[] }> }

const happens = ['erased', 'signedOut', 'drafts', 'published', 'counts', 'again'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('leave.title'), robots: { index: false } }
}

export default async function LeavePage({ searchParams }: Props) {
  const person = await requirePerson()
  const { tenant } = await currentSite()
  const certificates = await countValid(tenant, person.id)
  const t = await getTranslations('account')
  const errors = await getTranslations('errors')
  const href = await currentHref()
  const { erreur } = await searchParams
  const code = (['not_typed', 'last_admin'] as const).find((one) => one === erreur)
  const wrong = code && t(`refusals.${code}`)
  return (
    <Page title={t('leave.title')} lead={t('leave.lead')} width="text">
      {wrong && <ErrorSummary title={errors('summary')} errors={[{ name: 'typed', text: wrong }]} />}
      <h2 className="text-xl">{t('leave.what')}</h2>
      <ul className="mt-3 mb-8 list-disc space-y-2 ps-6">
        {happens.map((what) => (
          <li key={what}>{t(`leave.${what}`)}</li>
        ))}
      </ul>
      <form method="post" action="/api/auth/leave" className="grid gap-6">
        <input type="hidden" name="page" value={href('/compte/supprimer')} />
        <TextInput
          name="typed"
          label={t('leave.typed', { word: t('leave.word') })}
          error={wrong}
          autoComplete="off"
          className="max-w-72"
          required
        />
        {certificates > 0 && (
          <Checkbox
            name="attestations"
            label={t('leave.certificates', { count: certificates })}
            hint={t('leave.certificatesHint')}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="danger">
            {t('leave.button')}
          </Button>
          <ButtonLink href={href('/compte')} variant="quiet">
            {t('leave.back')}
          </ButtonLink>
        </div>
      </form>
    </Page>
  )
}
