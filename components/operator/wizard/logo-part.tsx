import { getTranslations } from 'next-intl/server'
import { FormFile, FormInput, FormTick } from '@/components/forms/form-fields'
import { accepted } from '@/components/look/logo-words'
import type { Draft } from '@/lib/operator/wizard/rules'

/** The city's own drawing, where it has one already. The one for dark grounds is added from the city itself. */
export async function LogoPart({ draft: { id, answers } }: { draft: Draft }) {
  const t = await getTranslations('operator.look.logo')
  const look = await getTranslations('look')
  const { logo } = answers
  return (
    <section aria-labelledby="logo-titre" className="space-y-6 border-t border-line pt-8">
      <div>
        <h2 id="logo-titre" className="text-xl">
          {look('logo.title')}
        </h2>
        <p className="mt-2 max-w-text text-muted">{look('logo.lead')}</p>
      </div>
      {logo && (
        <img
          src={`/nouvelle/${id}/logo/${logo.light.vector ?? logo.light.file}`}
          width={logo.light.width}
          height={logo.light.height}
          alt={logo.alt}
          className="box-content h-16 w-auto max-w-[14rem] rounded-card border border-line bg-white object-contain p-6"
        />
      )}
      <FormFile
        name="logo"
        label={logo ? t('another') : t('file')}
        hint={look('logo.hint')}
        optional={look('optional')}
        accept={accepted}
      />
      <FormInput
        name="alt"
        label={t('alt')}
        hint={t('altHint')}
        optional={logo ? undefined : t('onlyWith')}
        maxLength={120}
        value={logo?.alt}
      />
      {logo && <FormTick name="withoutLogo" label={look('logo.remove')} />}
    </section>
  )
}
