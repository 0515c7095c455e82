import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Notice } from '@/components/ui/notice'
import { share } from '@/lib/agir/companions/actions'
import type { OwnDate } from '@/lib/agir/companions/queries'
import { type ShareRefusal, shareRefusals } from '@/lib/agir/companions/rules'

/** Who else comes, of those who chose to show their first name. */
export async function Companions({ place }: { place: OwnDate }) {
  const t = await getTranslations('agirCompanions')
  return (
    <Section id="avec" title={t('title')}>
      {place.companions.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {place.companions.map((name, turn) => (
            <li key={turn} dir="auto" className="rounded-full border border-line bg-tint px-3 py-1">
              {name}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t('none')}</p>
      )}
    </Section>
  )
}

/** What one shows on this date, chosen for it alone. */
export async function SharePanel({ place, isSaved }: { place: OwnDate; isSaved: boolean }) {
  const t = await getTranslations('agirCompanions')
  const refusals = Object.fromEntries(shareRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return (
    <Section id="partage" title={t('share.title')}>
      {isSaved && (
        <div className="mb-5">
          <Notice tone="success" live="status" title={t('share.saved')} />
        </div>
      )}
      <ActionForm
        action={share}
        words={await formWords()}
        labels={{ phone: t('share.phone') }}
        refusals={refusals as Record<ShareRefusal, string>}
        className="space-y-5"
      >
        <input type="hidden" name="registrationId" value={place.id} />
        <FormTick
          name="showsName"
          label={t('share.name')}
          hint={t('share.nameHint')}
          value={place.showsName ? 'on' : ''}
        />
        <FormInput
          name="phone"
          type="tel"
          dir="ltr"
          autoComplete="tel"
          label={t('share.phone')}
          hint={t('share.phoneHint')}
          value={place.phone ?? ''}
          maxLength={30}
        />
        <SubmitButton variant="secondary">{t('share.submit')}</SubmitButton>
      </ActionForm>
    </Section>
  )
}
