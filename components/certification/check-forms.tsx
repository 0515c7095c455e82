import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { certify, confirm, giveUp, propose, release, reverse } from '@/lib/ideas/certification/actions'
import {
  certificationRefusals,
  type CertificationRefusal,
  type Condition,
} from '@/lib/ideas/certification/rules'

async function given() {
  const [t, words] = await Promise.all([getTranslations('certification'), formWords()])
  const sentences = certificationRefusals.map((code) => [code, t(`refusals.${code}`)])
  return { t, words, refusals: Object.fromEntries(sentences) as Record<CertificationRefusal, string> }
}

/** First the number, which nothing but looking costs; then, with the same condition, the proposal. */
export async function TryForm({
  path,
  ideaId,
  condition,
  found,
}: {
  path: string
  ideaId: string
  condition: Condition | null
  found: number | null
}) {
  const { t, ...form } = await given()
  return (
    <div className="space-y-6">
      <form action={path} className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            name="fromDay"
            type="date"
            label={t('fromDay')}
            required
            defaultValue={condition?.fromDay}
          />
          <TextInput name="toDay" type="date" label={t('toDay')} required defaultValue={condition?.toDay} />
        </div>
        <Checkbox name="onlyFresh" label={t('onlyFresh')} defaultChecked={condition?.onlyFresh} />
        <Checkbox name="onlyHeld" label={t('onlyHeld')} defaultChecked={condition?.onlyHeld} />
        <Button variant="secondary" icon={<Icon name="search" />}>
          {t('try')}
        </Button>
      </form>
      {condition && found !== null && (
        <Notice tone={found > 0 ? 'warn' : 'info'} title={t('found', { count: found })}>
          {t('foundText')}
        </Notice>
      )}
      {condition && found !== null && found > 0 && (
        <ActionForm action={propose} {...form} labels={{ reason: t('reason') }} className="space-y-4">
          <input type="hidden" name="ideaId" value={ideaId} />
          <input type="hidden" name="fromDay" value={condition.fromDay} />
          <input type="hidden" name="toDay" value={condition.toDay} />
          {condition.onlyFresh && <input type="hidden" name="onlyFresh" value="on" />}
          {condition.onlyHeld && <input type="hidden" name="onlyHeld" value="on" />}
          <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={4} required />
          <SubmitButton>{t('propose', { count: found })}</SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}

export async function ReleaseForm({ ideaId, count }: { ideaId: string; count: number }) {
  const { t, ...form } = await given()
  return (
    <ActionForm action={release} {...form}>
      <input type="hidden" name="ideaId" value={ideaId} />
      <SubmitButton>{t('release', { count })}</SubmitButton>
    </ActionForm>
  )
}

/** What was looked at, in words for everyone, and the right is certified without waiting for the last day. */
export async function CertifyForm({ ideaId }: { ideaId: string }) {
  const { t, ...form } = await given()
  return (
    <ActionForm action={certify} {...form} labels={{ text: t('certifyText') }} className="space-y-4">
      <input type="hidden" name="ideaId" value={ideaId} />
      <FormArea name="text" label={t('certifyText')} hint={t('certifyHint')} rows={3} required />
      <SubmitButton>{t('certify')}</SubmitButton>
    </ActionForm>
  )
}

export async function ConfirmForm({ ideaId, id, count }: { ideaId: string; id: string; count: number }) {
  const { t, ...form } = await given()
  return (
    <ActionForm action={confirm} {...form}>
      <input type="hidden" name="ideaId" value={ideaId} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="danger">{t('confirm', { count })}</SubmitButton>
    </ActionForm>
  )
}

/** Undone after it was confirmed: said in public, as the decision was. */
export async function ReverseForm(decision: { ideaId: string; id: string }) {
  const { t } = await given()
  const words = { label: t('reverseReason'), hint: t('reasonHint'), button: t('reverse') }
  return <UndoForm action={reverse} {...decision} {...words} />
}

/** Let go before anybody confirmed it: nothing has changed, and nothing is published. */
export async function GiveUpForm(proposal: { ideaId: string; id: string }) {
  const { t } = await given()
  const words = { label: t('giveUpReason'), hint: t('giveUpHint'), button: t('giveUp') }
  return <UndoForm action={giveUp} {...proposal} {...words} />
}

type Undoing = {
  action: typeof reverse
  ideaId: string
  id: string
  label: string
  hint: string
  button: string
}

async function UndoForm({ action, ideaId, id, label, hint, button }: Undoing) {
  const { words, refusals } = await given()
  const field = `reason-${id}`
  return (
    <ActionForm
      {...{ action, words, refusals }}
      labels={{ reason: label }}
      ids={{ reason: field }}
      className="space-y-3"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <input type="hidden" name="id" value={id} />
      <FormArea id={field} name="reason" label={label} hint={hint} rows={3} required />
      <SubmitButton variant="secondary">{button}</SubmitButton>
    </ActionForm>
  )
}
