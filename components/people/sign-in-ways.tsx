import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { askForLink } from '@/lib/people/sign-in/actions'

type Way = { id: string; label: string }

/** The accounts a city accepts. Plain forms: the browser leaves for another site. */
export async function ProviderWays({ ways, suite }: { ways: Way[]; suite: string }) {
  const t = await getTranslations('signIn')
  return (
    <Card>
      <h2 className="text-xl">{t('providerTitle')}</h2>
      <p className="mt-2 mb-5 text-muted">{t('providerLead')}</p>
      <ProviderButtons ways={ways} suite={suite} />
    </Card>
  )
}

/** Accounts for some, such as the city's own people, that others need not choose between. */
export async function OtherWays({ ways, suite }: { ways: Way[]; suite: string }) {
  const t = await getTranslations('signIn')
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
        {t('otherWays')}
      </summary>
      <div className="mt-4">
        <ProviderButtons ways={ways} suite={suite} quiet />
      </div>
    </details>
  )
}

type Buttons = { ways: Way[]; suite: string; quiet?: boolean }

async function ProviderButtons({ ways, suite, quiet = false }: Buttons) {
  const t = await getTranslations('signIn')
  return (
    <div className="grid gap-3">
      {ways.map(({ id, label }, place) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <input type="hidden" name="suite" value={suite} />
          <Button
            type="submit"
            size="large"
            wide
            variant={quiet || place > 0 ? 'secondary' : 'primary'}
            icon={<Icon name="log-in" />}
          >
            {t('providerButton', { label })}
          </Button>
        </form>
      ))}
    </div>
  )
}

/** A link by e-mail, for who has no account with the city. */
export async function MailWay({ suite, isOnly }: { suite: string; isOnly: boolean }) {
  const t = await getTranslations('signIn')
  const refusals = {
    too_many_asks: t('refusals.too_many_asks'),
    too_many_letters: t('refusals.too_many_letters'),
  }
  return (
    <Card>
      <h2 className="text-xl">{t('emailTitle')}</h2>
      <p className="mt-2 mb-5 text-muted">{t('emailLead')}</p>
      <ActionForm
        action={askForLink}
        words={await formWords()}
        labels={{ email: t('email') }}
        refusals={refusals}
      >
        <input type="hidden" name="suite" value={suite} />
        <FormInput
          name="email"
          label={t('email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          dir="ltr"
          required
        />
        <SubmitButton
          variant={isOnly ? 'primary' : 'secondary'}
          size="large"
          wide
          icon={<Icon name="mail" />}
          className="mt-4"
        >
          {t('emailButton')}
        </SubmitButton>
      </ActionForm>
    </Card>
  )
}
