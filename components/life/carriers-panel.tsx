import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/author/own-idea-panels'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { invite, leave, uninvite } from '@/lib/ideas/carriers/actions'
import { carrierRefusals, mostCarriers } from '@/lib/ideas/carriers/rules'
import { refusalWords } from './refusal-words'

export type Beside = {
  carriers: { personId: string; name: string | null; since: Date }[]
  invitations: { id: string; email: string | null; expiresAt: Date }[]
}
type Props = { idea: { id: string; isAuthor: boolean }; beside: Beside }

/** Who carries a text with its author, who was asked to, and how to ask one more. */
export async function CarriersPanel({ idea, beside: { carriers, invitations } }: Props) {
  const [t, format] = [await getTranslations('life'), await getFormatter()]
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const forms = { words: await formWords(), refusals: await refusalWords(carrierRefusals) }
  return (
    <Section title={t('own.carriers.title')}>
      {carriers.length === 0 && <p>{t('own.carriers.none', { isAuthor: idea.isAuthor ? 'yes' : 'no' })}</p>}
      <ul className="space-y-2">
        {carriers.map(({ personId, name, since }) => (
          <li key={personId} dir="auto">
            {t('own.carriers.since', { name: name ?? '', date: day(since) })}
          </li>
        ))}
        {invitations.map(({ id, email, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <span className="wrap-anywhere">
              {t('own.carriers.asked', { email: email ?? '', date: day(expiresAt) })}
            </span>
            <ActionForm action={uninvite} {...forms}>
              <input type="hidden" name="invitationId" value={id} />
              <SubmitButton variant="quiet" icon={<Icon name="x" />}>
                {t('own.carriers.uninvite', { email: email ?? '' })}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <p>{t('own.carriers.text')}</p>
      {idea.isAuthor ? (
        carriers.length + invitations.length < mostCarriers && <InviteForm ideaId={idea.id} forms={forms} />
      ) : (
        <ActionForm action={leave} {...forms} className="space-y-3">
          <input type="hidden" name="ideaId" value={idea.id} />
          <p>{t('own.carriers.leaveText')}</p>
          <SubmitButton variant="secondary">{t('own.carriers.leave')}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  )
}

type Forms = {
  words: Awaited<ReturnType<typeof formWords>>
  refusals: Record<(typeof carrierRefusals)[number], string>
}

async function InviteForm({ ideaId, forms }: { ideaId: string; forms: Forms }) {
  const t = await getTranslations('life')
  return (
    <ActionForm
      action={invite}
      {...forms}
      labels={{ email: t('own.carriers.email') }}
      done={t('own.carriers.invited')}
      className="space-y-4"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <FormInput
        name="email"
        type="email"
        autoComplete="off"
        label={t('own.carriers.email')}
        hint={t('own.carriers.emailHint')}
        required
      />
      <SubmitButton variant="secondary">{t('own.carriers.invite')}</SubmitButton>
    </ActionForm>
  )
}
