import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { LetterChoices, RefusedMailbox } from '@/components/notifications/letter-choices'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { requirePerson } from '@/lib/auth/require-person'
import { findLetterChoices } from '@/lib/notifications/preferences/queries'
import { isStaff } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('choices.title'), robots: { index: false } }
}

export default async function LettersPage() {
  const person = await requirePerson()
  const { tenant } = await currentSite()
  const t = await getTranslations('notifications')
  const href = await currentHref()
  const format = await getFormatter()
  const chosen = await findLetterChoices(tenant, person.id)
  const back = (
    <a href={href('/notifications')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('title')}
    </a>
  )
  return (
    <Page title={t('choices.title')} lead={t('choices.lead')} above={back} width="text">
      {chosen.refused && chosen.email && (
        <RefusedMailbox email={chosen.email} on={format.dateTime(chosen.refused.at, { dateStyle: 'long' })} />
      )}
      {!chosen.email && (
        <div className="mb-8">
          <Notice tone="info" title={t('choices.noEmail')}>
            <p>{t('choices.noEmailText')}</p>
          </Notice>
        </div>
      )}
      <LetterChoices chosen={chosen} isStaff={isStaff(person)} />
      <h2 className="mt-12 text-xl">{t('always.title')}</h2>
      <p className="mt-3">{t('always.text')}</p>
      <p className="mt-3 text-muted">{t('always.quiet')}</p>
    </Page>
  )
}
