import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { again } from '@/lib/operator/invitations/actions'
import type { Invited } from '@/lib/operator/invitations/queries'

/** Who was invited to run the city and has not come yet; their letter can be sent again. */
export async function InvitedList({ city, invited, now }: { city: string; invited: Invited[]; now: Date }) {
  if (invited.length === 0) return null
  const t = await getTranslations('operator.invited')
  const format = await getFormatter()
  const words = await formWords()
  const roles = await getTranslations('operator.people.roles')
  return (
    <Card>
      <h2 className="text-xl">{t('title')}</h2>
      <ul className="mt-3 divide-y divide-line">
        {invited.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0 wrap-anywhere">
              {email}
              <span className="block text-base text-muted">
                {roles(role as 'owner')} ·{' '}
                {expiresAt > now ? (
                  t('until', { day: format.dateTime(expiresAt, { dateStyle: 'long' }) })
                ) : (
                  <Tag tone="warn">{t('over')}</Tag>
                )}
              </span>
            </span>
            <ActionForm
              action={again}
              words={words}
              refusals={{ invitation_gone: t('gone') }}
              done={t('sent')}
            >
              <input type="hidden" name="city" value={city} />
              <input type="hidden" name="invitation" value={id} />
              <SubmitButton variant="secondary" size="small">
                {t('again')}
                <span className="sr-only">{` : ${email}`}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  )
}
