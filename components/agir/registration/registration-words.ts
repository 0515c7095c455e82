import { getTranslations } from 'next-intl/server'
import { formWords } from '@/components/forms/form-words'
import { refusals } from '@/lib/agir/registrations/rules'

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
    refused: Object.fromEntries(refusals.map((code) => [code, t(`refused.${code}`)])) as Record<
      string,
      string | undefined
    >,
    born: t('ask.born'),
    anyway: t('ask.anyway'),
    cancel: t('cancel'),
    leave: t('leave'),
    accept: t('accept'),
    until: t('until', { moment: '{moment}' }),
    first: t('first'),
    ahead: t('ahead', { n: '{n}' }),
    moved: { offer_over: t('moved.offer_over'), ended: t('moved.ended'), over: t('moved.over') },
    cancelled: t('cancelled'),
    mine: t('mine'),
    another: t('another'),
  }
}

const shownStates = ['confirmed', 'pending', 'waitlisted', 'offered', 'needs_guardian'] as const
