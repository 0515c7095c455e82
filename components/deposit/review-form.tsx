import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { submit } from '@/lib/ideas/deposit/actions'
import { criteria, type Step, type SubmissionRefusal } from '@/lib/ideas/deposit/rules'
import type { Site } from '@/lib/tenancy/site'
import { linkTo } from './linked'

type Props = {
  site: Site
  draft: { id: string; criteria: Record<string, boolean> | null }
  isSignedIn: boolean
  hrefs: { signIn: string; account: string; own: string; step: (step: Step) => string }
}

/** The city's four questions, and the one button that needs an account. */
export async function ReviewForm({ site, draft, isSignedIn, hrefs }: Props) {
  const t = await getTranslations('deposit')
  if (!isSignedIn) return <SignInFirst href={hrefs.signIn} />
  return (
    <ActionForm
      action={submit}
      words={await formWords()}
      labels={Object.fromEntries(criteria.map((one) => [one, t(`criteria.${one}`)]))}
      refusals={await refusalWords(site, hrefs)}
      className="space-y-6"
    >
      <h2 className="text-xl">{t('review.criteria')}</h2>
      <input type="hidden" name="ideaId" value={draft.id} />
      {criteria.map((one) => (
        <FormRadios
          key={one}
          name={one}
          label={t(`criteria.${one}`)}
          hint={t(`criteria.${one}_hint`)}
          value={answered(draft.criteria?.[one])}
          required
          choices={[
            { value: 'yes', label: t('review.yes') },
            { value: 'no', label: t('review.no') },
          ]}
        />
      ))}
      <SubmitButton size="large">{t('review.submit')}</SubmitButton>
    </ActionForm>
  )
}

function answered(yes: boolean | undefined) {
  return yes === undefined ? undefined : yes ? 'yes' : 'no'
}

async function SignInFirst({ href }: { href: string }) {
  const t = await getTranslations('deposit')
  return (
    <div className="rounded-card border border-line bg-tint p-5 md:p-6">
      <h2 className="text-xl">{t('review.signInTitle')}</h2>
      <p className="mt-2 mb-5">{t('review.signInText')}</p>
      <ButtonLink href={href} size="large" icon={<Icon name="log-in" />}>
        {t('review.signIn')}
      </ButtonLink>
    </div>
  )
}

/** Why an idea may not be sent, each with what can be done about it. */
export async function refusalWords(
  { tenant }: Site,
  { account, own, step }: Omit<Props['hrefs'], 'signIn'>,
): Promise<Record<SubmissionRefusal, ReactNode>> {
  const t = await getTranslations('deposit')
  const { contact, ideas } = tenant
  const mine = linkTo(own)
  const profile = { link: linkTo(account), age: ideas.depositMinAge, email: contact.email }
  return {
    not_there: t.rich('gone', { link: mine }),
    already_submitted: t.rich('refusals.already_submitted', { link: mine }),
    incomplete: t('refusals.incomplete'),
    criteria_not_met: t('refusals.criteria_not_met', { email: contact.email }),
    assurance_too_low: t.rich('refusals.assurance_too_low', profile),
    birth_year_missing: t.rich('refusals.birth_year_missing', profile),
    too_young: t('refusals.too_young', { age: ideas.depositMinAge, email: contact.email }),
    residence_missing: t.rich('refusals.residence_missing', profile),
    other_residence: t.rich('refusals.other_residence', profile),
    too_many_running: t('refusals.too_many_running', { max: ideas.collectingPerPerson }),
    title_taken: t.rich('refusals.title_taken', {
      similar: linkTo(step('proches')),
      link: linkTo(step('sujet')),
    }),
    unchanged_relaunch: t.rich('refusals.unchanged_relaunch', { link: linkTo(step('texte')) }),
  }
}
