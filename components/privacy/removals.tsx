import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { agreeToRemoval, askRemoval, leaveInPlace } from '@/lib/ideas/removals/actions'
import type { ListedRemoval } from '@/lib/ideas/removals/queries'
import {
  otherThan,
  removalGrounds,
  type RemovalRefusal,
  removalRefusals,
  removalText,
  removesAs,
} from '@/lib/ideas/removals/rules'
import type { Acting } from '@/lib/people/rules'
import { Asked, AskedList, SecondAnswer } from './two-people'

type Props = {
  removals: ListedRemoval[]
  person: Acting & { id: string }
  /** Null where the city has switched off what they were shown on. */
  hrefOn: ((path: string) => string) | null
}

/** Texts that a law has taken away, and those about which somebody in the other role has still to agree. */
export async function Removals({ removals, person, hrefOn }: Props) {
  const t = await getTranslations('removals')
  return (
    <AskedList none={t('none')}>
      {removals.map((removal) => (
        <Removal key={removal.id} {...{ removal, person, hrefOn }} />
      ))}
    </AskedList>
  )
}

async function Removal({ removal, person, hrefOn }: Omit<Props, 'removals'> & { removal: ListedRemoval }) {
  const [t, format] = await Promise.all([getTranslations('removals'), getFormatter()])
  const on = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const { askedAs, askedAt, asker, confirmedAt, address, ideaId } = removal
  const other = otherThan(askedAs)
  const mayDecide = removal.askedById !== person.id && removesAs(person, other, removal)
  const about = (
    <>
      {hrefOn ? (
        <a href={hrefOn(`/idees/${address ?? ideaId}`)} dir="auto">
          {removal.title}
        </a>
      ) : (
        <bdi>{removal.title}</bdi>
      )}
      <p className="mt-3">
        {t(`choices.${removal.ground}`)} · <bdi>{removal.legal}</bdi>
      </p>
    </>
  )
  return (
    <Asked
      state={confirmedAt ? t('removed', { on: on(confirmedAt) }) : t(`waits.${other}`)}
      about={about}
      reason={removal.reason}
      askedBy={t('askedBy', { name: asker ?? '', on: on(askedAt) })}
    >
      {!confirmedAt && mayDecide && (
        <SecondAnswer
          named={{ removalId: removal.id }}
          answers={[
            { action: agreeToRemoval, label: t('agree'), variant: 'danger' },
            { action: leaveInPlace, label: t('decline'), variant: 'quiet' },
          ]}
          refusals={await refusalWords()}
        />
      )}
    </Asked>
  )
}

export async function AskRemoval() {
  const [t, g] = await Promise.all([getTranslations('removals'), getTranslations('removals.choices')])
  const labels = { address: t('address'), ground: t('ground'), legal: t('legal'), reason: t('reason') }
  return (
    <ActionForm
      action={askRemoval}
      words={await formWords()}
      labels={labels}
      refusals={await refusalWords()}
      className="grid max-w-text gap-5"
    >
      <FormInput
        name="address"
        id="removal-address"
        label={labels.address}
        hint={t('addressHint')}
        required
      />
      <FormSelect
        name="ground"
        id="removal-ground"
        label={labels.ground}
        empty={t('groundEmpty')}
        choices={removalGrounds.map((value) => ({ value, label: g(value) }))}
        required
      />
      <FormInput name="legal" id="removal-legal" label={labels.legal} hint={t('legalHint')} required />
      <FormArea
        name="reason"
        id="removal-reason"
        label={labels.reason}
        hint={t('reasonHint', { min: removalText.min })}
        rows={4}
        required
      />
      <div>
        <SubmitButton variant="secondary">{t('ask')}</SubmitButton>
      </div>
    </ActionForm>
  )
}

async function refusalWords() {
  const t = await getTranslations('removals.refusals')
  const sentences = removalRefusals.map((code) => [code, t(code)])
  return Object.fromEntries(sentences) as Record<RemovalRefusal, string>
}
