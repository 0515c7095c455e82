import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { askCity, checkSite, giveCode } from '@/lib/agir/organisations/proofs/actions'
import type { ListedProof } from '@/lib/agir/organisations/proofs/queries'
import { signOf } from '@/lib/agir/organisations/proofs/rules'
import { Copied } from './copied'
import type { ProofForms } from './words'

type Here = { organisationId: string; forms: ProofForms }

/** What to put on one's own site or in its zone, and the buttons that look for it. */
export async function DomainForms({
  organisationId,
  host,
  token,
  forms,
}: Here & { host: string | null; token: string }) {
  const t = await getTranslations('agirProofs.domain')
  if (!host) return <p>{t('needs')}</p>
  const sign = signOf(host, token)
  return (
    <ActionForm action={checkSite} {...forms} className="space-y-3">
      <input type="hidden" name="organisationId" value={organisationId} />
      <p>{t('record')}</p>
      <Copied>{sign.record}</Copied>
      <p>{t('file')}</p>
      <Copied>{sign.file}</Copied>
      <p>{t('text')}</p>
      <Copied>{sign.text}</Copied>
      <div className="flex flex-wrap gap-3 pt-2">
        <Button type="submit" name="method" value="dns" variant="secondary" icon={<Icon name="globe" />}>
          {t('checkDns')}
        </Button>
        <Button
          type="submit"
          name="method"
          value="well_known"
          variant="secondary"
          icon={<Icon name="file-text" />}
        >
          {t('checkFile')}
        </Button>
      </div>
    </ActionForm>
  )
}

/** A code by post: asked for, on its way, or to be copied from the letter. */
export async function LetterForms({
  organisationId,
  asked,
  one,
  forms,
}: Here & { asked: ListedProof | null; one: { address: string | null } }) {
  const [t, format] = [await getTranslations('agirProofs.letter'), await getFormatter()]
  if (asked && !asked.hasCode) return <p>{t('waiting')}</p>
  if (asked)
    return (
      <ActionForm action={giveCode} {...forms} labels={{ code: t('code') }} className="space-y-4">
        <input type="hidden" name="organisationId" value={organisationId} />
        <FormInput
          name="code"
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={t('code')}
          hint={t('codeHint', {
            date: asked.expiresAt ? format.dateTime(asked.expiresAt, { dateStyle: 'long' }) : '',
          })}
          maxLength={12}
          required
        />
        <SubmitButton>{t('enter')}</SubmitButton>
      </ActionForm>
    )
  return (
    <ActionForm action={askCity} {...forms} labels={{ said: t('address') }} className="space-y-4">
      <input type="hidden" name="organisationId" value={organisationId} />
      <input type="hidden" name="method" value="letter_code" />
      <p>{t('text')}</p>
      <FormInput
        id="siege"
        name="said"
        label={t('address')}
        value={one.address ?? undefined}
        maxLength={300}
        autoComplete="street-address"
        required
      />
      <SubmitButton variant="secondary" icon={<Icon name="mail" />}>
        {t('ask')}
      </SubmitButton>
    </ActionForm>
  )
}

/** A document that somebody of the city will look at, without keeping it. */
export async function DocumentForm({ organisationId, asked, forms }: Here & { asked: ListedProof | null }) {
  const t = await getTranslations('agirProofs.document')
  if (asked) return <p>{t('waiting', { said: asked.evidence.said ?? '' })}</p>
  return (
    <ActionForm action={askCity} {...forms} labels={{ said: t('said') }} className="space-y-4">
      <input type="hidden" name="organisationId" value={organisationId} />
      <input type="hidden" name="method" value="document" />
      <p>{t('text')}</p>
      <FormArea id="piece" name="said" label={t('said')} rows={3} maxLength={500} required />
      <SubmitButton variant="secondary" icon={<Icon name="file-text" />}>
        {t('ask')}
      </SubmitButton>
    </ActionForm>
  )
}
