import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActivityCard } from '@/components/agir/finding/activity-card'
import { Reasons } from '@/components/agir/wishes/reasons'
import { WithHearts } from '@/components/agir/wishes/with-hearts'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { choose } from '@/lib/agir/suggestions/actions'
import { listSuggestions, type Suggestions } from '@/lib/agir/suggestions/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirWishes.forYou')
  return { title: t('title'), robots: { index: false } }
}

export default async function ForYouPage() {
  const person = await requirePerson()
  const [{ tenant }, t] = await Promise.all([currentSite(), getTranslations('agirWishes.forYou')])
  const found = await listSuggestions(tenant, { personId: person.id, now: new Date(), most: 12 })
  return (
    <WithHearts>
      <Page title={t('title')} lead={t(found.isAsked ? 'lead' : 'leadOff')}>
        {found.isAsked ? <Found {...found} /> : <Choose wanted />}
        <section className="mt-12 max-w-text border-t border-line pt-8">
          <h2 className="text-xl">{t('howTitle')}</h2>
          <ul className="mt-3 list-disc space-y-2 ps-6">
            {(['tastes', 'gates', 'never'] as const).map((one) => (
              <li key={one}>{t(`how.${one}`)}</li>
            ))}
          </ul>
          {found.isAsked && (
            <div className="mt-6">
              <Choose />
            </div>
          )}
        </section>
      </Page>
    </WithHearts>
  )
}

async function Found({ suggestions, hasTastes }: Suggestions) {
  const [t, href] = await Promise.all([getTranslations('agirWishes.forYou'), currentHref()])
  if (suggestions.length === 0)
    return (
      <EmptyState
        title={t('emptyTitle')}
        action={
          <>
            <ButtonLink href={href('/activites')}>{t('find')}</ButtonLink>
            <ButtonLink href={href('/compte/suivis')} variant="secondary">
              {t('follow')}
            </ButtonLink>
          </>
        }
      >
        {t(hasTastes ? 'emptyNow' : 'empty')}
      </EmptyState>
    )
  return (
    <ul className="grid gap-x-4 gap-y-6 md:grid-cols-2 lg:grid-cols-3">
      {suggestions.map((one) => (
        <li key={one.id} className="flex flex-col">
          <ActivityCard activity={one} level="h2" />
          <Reasons reasons={one.reasons} metres={one.metres} />
        </li>
      ))}
    </ul>
  )
}

async function Choose({ wanted }: { wanted?: boolean }) {
  const [t, words] = await Promise.all([getTranslations('agirWishes.forYou'), formWords()])
  return (
    <ActionForm action={choose} words={words} refusals={{}}>
      <input type="hidden" name="wanted" value={wanted ? '1' : '0'} />
      <SubmitButton
        variant={wanted ? 'primary' : 'secondary'}
        size={wanted ? 'large' : 'medium'}
        icon={wanted && <Icon name="sparkles" />}
      >
        {t(wanted ? 'start' : 'stop')}
      </SubmitButton>
    </ActionForm>
  )
}
