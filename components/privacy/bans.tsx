import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { agree, disagree, review, suspend } from '@/lib/people/bans/actions'
import type { ListedBan } from '@/lib/people/bans/queries'
import { banOutcomes, banText, isInForce, isWaiting } from '@/lib/people/bans/rules'
import type { FoundAccount } from '@/lib/people/unions/queries'
import { banRefusalWords } from './ban-words'
import { Asked, AskedList, SecondAnswer } from './two-people'

/** Whose voices are set aside: what waits for a second person, what is in force, and what a third has to read again. */
export async function Bans({ bans, readerId }: { bans: ListedBan[]; readerId: string }) {
  const t = await getTranslations('bans')
  return (
    <section aria-labelledby="suspensions" className="mt-14">
      <h2 id="suspensions" className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-2 mb-5 text-muted">{t('lead')}</p>
      <AskedList none={t('none')}>
        {bans.map((listed) => (
          <Ban key={listed.ban.id} listed={listed} readerId={readerId} />
        ))}
      </AskedList>
    </section>
  )
}

async function Ban({ listed, readerId }: { listed: ListedBan; readerId: string }) {
  const { ban, name, email, asker } = listed
  const [t, format] = [await getTranslations('bans'), await getFormatter()]
  const on = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const decided = ban.askedById === readerId || ban.confirmedById === readerId
  const about = (
    <>
      <bdi className="font-bold">{name}</bdi>
      {email && <span className="block text-muted">{email}</span>}
    </>
  )
  return (
    <Asked
      state={isWaiting(ban) ? t('waiting') : t('inForce', { on: on(ban.confirmedAt!) })}
      about={about}
      reason={ban.reason}
      askedBy={t('askedBy', { name: asker ?? '', on: on(ban.askedAt) })}
    >
      {ban.appeal && (
        <blockquote className="mt-4 border-s-4 border-line ps-4">
          <p className="text-muted">{t('appealed', { on: on(ban.appealedAt!) })}</p>
          <p dir="auto" className="whitespace-pre-line">
            {ban.appeal}
          </p>
        </blockquote>
      )}
      {isWaiting(ban) && (decided ? <p className="mt-4">{t('own')}</p> : <Decide banId={ban.id} />)}
      {isInForce(ban) && !ban.appeal && <p className="mt-4 text-muted">{t('noAppeal')}</p>}
      {isInForce(ban) && ban.outcome === 'kept' && <p className="mt-4">{t('kept')}</p>}
      {isInForce(ban) && (decided ? <p className="mt-4">{t('reread')}</p> : <ReviewForm banId={ban.id} />)}
    </Asked>
  )
}

async function Decide({ banId }: { banId: string }) {
  const t = await getTranslations('bans')
  return (
    <SecondAnswer
      named={{ banId }}
      answers={[
        { action: agree, label: t('agree') },
        { action: disagree, label: t('disagree'), variant: 'quiet' },
      ]}
      refusals={await banRefusalWords()}
    />
  )
}

async function ReviewForm({ banId }: { banId: string }) {
  const t = await getTranslations('bans')
  const choices = banOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))
  return (
    <ActionForm
      action={review}
      words={await formWords()}
      labels={{ outcome: t('outcome'), reply: t('reply') }}
      refusals={await banRefusalWords()}
      className="mt-6 grid gap-5"
    >
      <input type="hidden" name="banId" value={banId} />
      <FormRadios id={`outcome-${banId}`} name="outcome" label={t('outcome')} choices={choices} required />
      <FormArea
        id={`reply-${banId}`}
        name="reply"
        label={t('reply')}
        hint={t('reasonHint', { min: banText.min })}
        rows={4}
        required
      />
      <div>
        <SubmitButton variant="secondary">{t('review')}</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Once accounts were found above: whose, and why. */
export async function AskBan({ found }: { found: FoundAccount[] }) {
  const t = await getTranslations('bans')
  const choices = found.map(({ id, name, email }) => ({
    value: id,
    label: <bdi className="font-bold">{name ?? '—'}</bdi>,
    hint: email ? <span className="wrap-anywhere">{email}</span> : undefined,
  }))
  return (
    <section aria-labelledby="suspendre" className="mt-14">
      <h2 id="suspendre" className="mb-3 text-xl">
        {t('askTitle')}
      </h2>
      {found.length === 0 && <p className="text-muted">{t('askLead')}</p>}
      {found.length > 0 && (
        <ActionForm
          action={suspend}
          words={await formWords()}
          labels={{ personId: t('who'), reason: t('reason') }}
          refusals={await banRefusalWords()}
          className="grid gap-5"
        >
          <FormRadios name="personId" label={t('who')} choices={choices} required />
          <FormArea
            id="ban-reason"
            name="reason"
            label={t('reason')}
            hint={t('reasonHint', { min: banText.min })}
            rows={4}
            required
          />
          <div>
            <SubmitButton variant="secondary">{t('ask')}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </section>
  )
}
