import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { currentHref } from '@/lib/tenancy/current-site'
import { type Asked, legalPaths } from '@/lib/tenancy/legal/rules'

const essentials = {
  terms: ['terms.one', 'terms.own', 'terms.secret', 'terms.leave'],
  charter: ['charter.respect', 'charter.reason'],
} as const

/** What somebody is asked to agree to: each text in plain words, the whole of it a tab away, and which version it is. */
export async function AgreementTexts({ asked, isNew }: { asked: readonly Asked[]; isNew: boolean }) {
  const t = await getTranslations('signIn.agreement')
  const titles = await getTranslations('legal.titles')
  const href = await currentHref()
  return (
    <div className="grid gap-8">
      {asked.map(({ document, version }) => (
        <section key={document} aria-labelledby={`accord-${document}`}>
          <h2 id={`accord-${document}`} className="text-xl">
            {titles(document)}
          </h2>
          <ul className="mt-4 space-y-3">
            {essentials[document].map((one) => (
              <li key={one} className="flex items-start gap-3">
                <Icon name="check" className="mt-1 shrink-0 text-success" />
                <span>{t(one)}</span>
              </li>
            ))}
          </ul>
          <p className="mt-4 flex flex-wrap gap-x-6">
            <a
              href={href(legalPaths[document])}
              target="_blank"
              className="inline-flex min-h-11 items-center"
            >
              {t('read')}
            </a>
            {!isNew && (
              <a
                href={`${href(legalPaths[document])}#historique`}
                target="_blank"
                className="inline-flex min-h-11 items-center"
              >
                {t('changed')}
              </a>
            )}
          </p>
          <input type="hidden" name={`accord.${document}`} value={version} />
        </section>
      ))}
    </div>
  )
}
