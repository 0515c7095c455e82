import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { namesOf } from '@/components/agir/finding/active-filters'
import { Page } from '@/components/layout/page'
import { CopyLink } from '@/components/supports/copy-link'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextArea } from '@/components/ui/text-area'
import { readFilters, writeFilters } from '@/lib/agir/finding/input'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirFrame')
  return { title: t('title'), robots: { index: false, follow: true } }
}

/** What to copy so that the same search stands in the page of another site. */
export default async function EmbedPage({ searchParams }: Props) {
  const site = await currentSite()
  const { tenant, locale, origin } = site
  if (!tenant.modules.agir || !tenant.embedding) notFound()
  const [t, href] = await Promise.all([getTranslations('agirFrame'), currentHref()])
  const filters = { ...readFilters(await searchParams, tenant), cursor: null }
  const asked = new URLSearchParams(writeFilters(filters))
  if (locale !== tenant.locales[0]) asked.set('langue-page', locale)
  const frame = `${origin}/cadre/activites${asked.size > 0 ? `?${asked}` : ''}`
  const name = localized(tenant.platformNames.agir, locale, tenant)
  const code = `<iframe src="${inAttribute(frame)}" title="${inAttribute(name)}" width="100%" height="600" loading="lazy"></iframe>`
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <p>
        <span className="text-muted">{t('filters')}</span>{' '}
        <b>{(await namesOf(filters, site)) || t('everything')}</b>
      </p>
      <div className="mt-6">
        <TextArea
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          defaultValue={code}
          rows={4}
          readOnly
          dir="ltr"
        />
      </div>
      {tenant.embeddingOrigins.length > 0 && (
        <p className="mt-3 wrap-anywhere">{t('only', { sites: tenant.embeddingOrigins.join(', ') })}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <CopyLink address={code} text={t('copy')} done={t('copied')} icon={<Icon name="copy" />} />
        <ButtonLink href={frame} variant="secondary" icon={<Icon name="eye" />}>
          {t('see')}
        </ButtonLink>
        <ButtonLink href={href('/activites') + writeFilters(filters)} variant="quiet">
          {t('other')}
        </ButtonLink>
      </div>
    </Page>
  )
}

const signs: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const inAttribute = (text: string) => text.replace(/[&"<>]/g, (sign) => signs[sign]!)
