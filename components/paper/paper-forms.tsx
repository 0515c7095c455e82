import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { askWithdrawal, control, enter, sendBack, takeNameOff, withdraw } from '@/lib/ideas/paper/actions'
import { mostLines, paperRefusals, type PaperRefusal } from '@/lib/ideas/paper/rules'

async function given() {
  const [t, words] = await Promise.all([getTranslations('paper'), formWords()])
  const sentences = paperRefusals.map((code) => [code, t(`refusals.${code}`)])
  return { t, words, refusals: Object.fromEntries(sentences) as Record<PaperRefusal, string> }
}

export async function SheetForm({ ideaId, today }: { ideaId: string; today: string }) {
  const { t, ...form } = await given()
  const labels = { number: t('number'), receivedOn: t('receivedOn'), lines: t('lines') }
  return (
    <ActionForm action={enter} {...form} labels={labels} className="space-y-5">
      <input type="hidden" name="ideaId" value={ideaId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormInput name="number" label={labels.number} hint={t('numberHint')} required />
        <FormInput
          name="receivedOn"
          type="date"
          label={labels.receivedOn}
          hint={t('receivedOnHint')}
          value={today}
          required
        />
      </div>
      <FormArea
        name="lines"
        label={labels.lines}
        hint={t('linesHint', { most: mostLines })}
        rows={12}
        spellCheck={false}
        required
      />
      <SubmitButton>{t('enter')}</SubmitButton>
    </ActionForm>
  )
}

/** The drawn lines, to be read on the paper by somebody who did not type them. */
export async function ControlForm({ sheetId, lines }: { sheetId: string; lines: number[] }) {
  const { t, ...form } = await given()
  const labels = Object.fromEntries(lines.map((line) => [`line.${line}`, t('line', { line })]))
  return (
    <ActionForm action={control} {...form} labels={labels} className="space-y-4">
      <input type="hidden" name="sheetId" value={sheetId} />
      {lines.map((line) => (
        <FormInput
          key={line}
          name={`line.${line}`}
          label={t('line', { line })}
          autoComplete="off"
          spellCheck={false}
          required
        />
      ))}
      <SubmitButton>{t('control')}</SubmitButton>
    </ActionForm>
  )
}

export async function SendBackForm({ sheetId }: { sheetId: string }) {
  const { t, ...form } = await given()
  return (
    <ActionForm action={sendBack} {...form} className="space-y-3">
      <input type="hidden" name="sheetId" value={sheetId} />
      <p>{t('sendBackText')}</p>
      <SubmitButton variant="secondary">{t('sendBack')}</SubmitButton>
    </ActionForm>
  )
}

export async function AskWithdrawalForm({ sheetId }: { sheetId: string }) {
  const { t, ...form } = await given()
  return (
    <ActionForm action={askWithdrawal} {...form} labels={{ reason: t('reason') }} className="space-y-4">
      <input type="hidden" name="sheetId" value={sheetId} />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} required />
      <SubmitButton variant="secondary">{t('askWithdrawal')}</SubmitButton>
    </ActionForm>
  )
}

export async function WithdrawForm({ sheetId, count }: { sheetId: string; count: number }) {
  const { t, ...form } = await given()
  return (
    <ActionForm action={withdraw} {...form}>
      <input type="hidden" name="sheetId" value={sheetId} />
      <SubmitButton>{t('withdraw', { count })}</SubmitButton>
    </ActionForm>
  )
}

export async function TakeOffForm({ ideaId }: { ideaId: string }) {
  const { t, ...form } = await given()
  return (
    <ActionForm action={takeNameOff} {...form} labels={{ signer: t('signer') }} className="space-y-4">
      <input type="hidden" name="ideaId" value={ideaId} />
      <FormInput name="signer" label={t('signer')} hint={t('signerHint')} autoComplete="off" required />
      <SubmitButton variant="secondary">{t('takeOff')}</SubmitButton>
    </ActionForm>
  )
}
