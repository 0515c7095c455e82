import { getTranslations } from 'next-intl/server'
import { codeNames, deskMoments } from '@/components/desk/words'
import type { Statement as Said } from '@/lib/moderation/decisions/queries'
import { Facts } from './facts'

/** Everything an author is owed about a restriction of their text. */
export async function Statement({
  statement,
  email,
  rulesHref,
}: {
  statement: Said
  email: string
  rulesHref: string
}) {
  const t = await getTranslations('reports.statement')
  const nameOf = await codeNames()
  const { at, day } = await deskMoments()
  const { restriction, ground, groundText, isAutomated, byTwo, mayAppeal, appealUntil } = statement
  const means = isAutomated ? t('automatic') : t(byTwo ? 'manualTwo' : 'manual')
  const rules = (
    <a key="rules" href={rulesHref}>
      {t('rules', { version: statement.ruleVersion ?? 1 })}
    </a>
  )
  const lastDay = appealUntil && day(new Date(appealUntil.getTime() - 1))
  const remedy = mayAppeal && lastDay ? t('remedyText', { date: lastDay, email }) : t('remedyOver', { email })
  return (
    <section aria-labelledby="raisons">
      <h2 id="raisons" className="mb-3 text-xl">
        {t('title')}
      </h2>
      <Facts
        facts={[
          [t('measure'), t(restriction === 'hidden' ? 'hidden' : 'not_published')],
          [t('onDate'), at(statement.at)],
          [t('extent'), t('extentText')],
          [t('reason'), nameOf(statement.code)],
          [
            t('facts'),
            <span key="facts" dir="auto" className="whitespace-pre-line">
              {statement.text ?? t('forgotten')}
            </span>,
          ],
          [t('origin'), t(`sources.${statement.source}`)],
          [t('means'), means],
          [t('ground'), ground === 'law' ? t('law', { text: groundText ?? '' }) : rules],
          [t('remedies'), remedy],
        ]}
      />
    </section>
  )
}
