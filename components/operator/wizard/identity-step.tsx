import { getTranslations } from 'next-intl/server'
import { FormFile, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { answerIdentity } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { sheetAddress } from '@/lib/operator/wizard/sheets/rules'
import { GroundDrawing } from './ground-drawing'
import { StepFrame } from './step-frame'

const fields = ['name', 'id', 'country', 'population', 'latitude', 'longitude'] as const
const kinds = { population: 'numeric', latitude: 'decimal', longitude: 'decimal' } as const

export async function IdentityStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.identity')
  const { identity, known, territory } = draft.answers
  const hasGround = (territory?.districts?.length ?? 0) > 0
  const given = { ...known, ...identity }
  const sheet = hasGround ? null : sheetAddress(given)
  const labels = Object.fromEntries(
    [...fields, 'ground' as const].map((field) => [field, t(`${field}.label`)]),
  )
  const look = (
    <SubmitButton variant="secondary" name="look" value="on">
      {t('ground.look')}
    </SubmitButton>
  )
  return (
    <StepFrame draft={draft} action={answerIdentity} labels={labels} otherwise={look}>
      {known?.population !== undefined && !identity && <Notice>{t('known')}</Notice>}
      {sheet && (
        <Notice title={t('sheet.title')}>
          {t.rich('sheet.text', {
            link: (words) => (
              <a href={sheet} target="_blank" rel="noreferrer">
                {words}
              </a>
            ),
          })}
        </Notice>
      )}
      {fields.map((field) => (
        <FormInput
          key={field}
          name={field}
          label={labels[field]}
          hint={t(`${field}.hint`)}
          inputMode={field in kinds ? kinds[field as keyof typeof kinds] : 'text'}
          value={given[field] === undefined ? undefined : String(given[field])}
        />
      ))}
      <div className="space-y-4">
        {identity && <GroundDrawing identity={identity} territory={territory} />}
        <FormFile
          name="ground"
          label={labels.ground}
          hint={t('ground.hint')}
          optional={t('optional')}
          accept=".json,.geojson,application/geo+json"
        />
        {hasGround && <Checkbox name="withoutGround" label={t('ground.without')} />}
      </div>
      <input type="hidden" name="insee" value={given.insee ?? ''} />
    </StepFrame>
  )
}
