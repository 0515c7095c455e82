import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ownNames } from '@/lib/i18n/own-names'
import { open } from '@/lib/operator/wizard/actions'
import type { Foreseen } from '@/lib/operator/wizard/readiness/queries'
import { type Draft, type Step, stepPaths } from '@/lib/operator/wizard/rules'
import { ReadinessPart } from './readiness-part'

type Line = { step: Exclude<Step, 'opening'>; said: ReactNode }

/** Everything that was answered, each line a way back to it, and the one press that makes the city. */
export async function OpeningStep({ draft, foreseen }: { draft: Draft; foreseen: Foreseen | null }) {
  const t = await getTranslations('operator')
  const refusals: Record<string, string> = {
    draft_gone: t('wizard.gone'),
    answers_missing: t('opening.missing'),
    city_known: t('opening.known'),
    host_taken: t('opening.taken'),
    colours_unreadable: t('wizard.colours'),
    settings_contradict: t('opening.contradict'),
    not_ready: t('opening.notReady'),
  }
  const choices = (['now', 'later'] as const).map((value) => ({
    value,
    label: t(`opening.${value}`),
    hint: t(`opening.${value}Hint`),
  }))
  return (
    <>
      <dl className="divide-y divide-line border-y border-line">
        {linesOf(draft).map(({ step, said }) => (
          <div key={step} className="flex flex-wrap items-baseline gap-x-4 py-3">
            <dt className="w-full font-bold sm:w-44">{t(`short.${step}`)}</dt>
            <dd className="min-w-0 flex-1 break-words">{said}</dd>
            <dd>
              <a href={`/nouvelle/${draft.id}/${stepPaths[step]}`}>
                {t('opening.change')}
                <span className="sr-only"> {t(`short.${step}`)}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {foreseen && <ReadinessPart draft={draft} {...foreseen} />}
      <ActionForm action={open} words={await formWords()} refusals={refusals} className="mt-8 space-y-6">
        <input type="hidden" name="draft" value={draft.id} />
        <FormRadios
          name="opens"
          label={t('opening.choose')}
          choices={choices}
          value={foreseen?.missing.length ? 'later' : 'now'}
        />
        <SubmitButton size="large">{t('opening.go')}</SubmitButton>
      </ActionForm>
    </>
  )

  function linesOf({ answers }: Draft): Line[] {
    const { identity, blueprint, modules, look, languages, rules, people, legal, host } = answers
    const both = [modules?.decider && t('model.decider'), modules?.agir && t('model.agir')].filter(Boolean)
    const spoken = languages!.locales.map((locale) => ownNames[locale])
    return [
      {
        step: 'identity',
        said: t('opening.city', { name: identity!.name, population: Number(identity!.population) }),
      },
      { step: 'model', said: `${t(`model.${blueprint!}.label`)} · ${both.join(', ')}` },
      { step: 'look', said: <Colours colours={[look!.brand, look!.accent]} /> },
      { step: 'languages', said: `${spoken.join(', ')} · ${languages!.timeZone}` },
      {
        step: 'rules',
        said: t('opening.rules', { threshold: Number(rules!.threshold), months: Number(rules!.months) }),
      },
      { step: 'people', said: people!.map(({ email }) => email).join(', ') || t('opening.nobody') },
      { step: 'doors', said: legal!.director },
      { step: 'address', said: host! },
    ]
  }
}

function Colours({ colours }: { colours: string[] }) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-2">
      {colours.map((colour) => (
        <span key={colour} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 rounded-control border border-line">
            <rect width="24" height="24" fill={colour} />
          </svg>
          {colour}
        </span>
      ))}
    </span>
  )
}
