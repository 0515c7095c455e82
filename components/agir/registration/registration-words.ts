import { getTranslations } from 'next-intl/server'
import { formWords } from '@/components/forms/form-words'
import { confirmHours, guestRefusals } from '@/lib/agir/registrations/guests/rules'
import { refusals, unsureStates } from '@/lib/agir/registrations/rules'

export type RegistrationWords = Awaited<ReturnType<typeof registrationWords>>
type Mode = 'instant' | 'approval'

/** Every sentence registering may need, for its island: what is one person's own is only known there. */
export async function registrationWords(mode: Mode) {
  const [t, form] = await Promise.all([getTranslations('agirRegistration'), formWords()])
  const state = (name: (typeof shownStates)[number]) =>
    [name, { title: t(`states.${name}.title`), text: t(`states.${name}.text`) }] as const
  return {
    form,
    date: t('date'),
    party: t('party'),
    partyHint: t('partyHint'),
    note: t('note'),
    optional: t('optional'),
    submit: t(`submit.${mode}`),
    sending: t('sending'),
    under: t(`under.${mode}`),
    states: Object.fromEntries(shownStates.map(state)) as Record<
      string,
      { title: string; text: string } | undefined
    >,
    refused: Object.fromEntries(
      [...refusals, ...guestRefusals].map((code) => [code, t(`refused.${code}`)]),
    ) as Record<string, string | undefined>,
    guest: await guestWords(),
    born: t('ask.born'),
    guardian: t('ask.guardian'),
    guardianHint: t('ask.guardianHint'),
    anyway: t('ask.anyway'),
    cancel: t('cancel'),
    leave: t('leave'),
    accept: t('accept'),
    reconfirm: t('reconfirm'),
    reconfirmUntil: t('reconfirmUntil', { moment: '{moment}' }),
    until: t('until', { moment: '{moment}' }),
    first: t('first'),
    ahead: t('ahead', { n: '{n}' }),
    moved: { offer_over: t('moved.offer_over'), ended: t('moved.ended'), over: t('moved.over') },
    cancelled: t('cancelled'),
    mine: t('mine'),
    another: t('another'),
  }
}

async function guestWords() {
  const t = await getTranslations('agirGuests.form')
  return {
    ...{ title: t('title'), name: t('name'), email: t('email'), emailHint: t('emailHint') },
    ...{ submit: t('submit'), under: t('under', { hours: confirmHours }) },
    ...{ sent: t('sent'), sentText: t('sentText', { hours: confirmHours }) },
  }
}

const shownStates = [
  ...(['confirmed', 'pending', 'waitlisted', 'offered', 'needs_guardian'] as const),
  ...unsureStates,
]
