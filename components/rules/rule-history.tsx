import { getFormatter, getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { changedRules, type RuleSet } from '@/lib/rules/rules'
import type { Locale } from '@/tenants/tenant'
import { ruleWords } from './rule-words'

type Version = RuleSet & { runningIdeas: number }
type Told = {
  one: Version
  next: Version | undefined
  before: Version | undefined
  locale: Locale
  href: string
}

/** Every version of the rules, the newest first: when, who, why, and what it changed. */
export function RuleHistory({
  versions,
  locale,
  hrefOf,
}: {
  versions: Version[]
  locale: Locale
  hrefOf: (version: number) => string
}) {
  return (
    <ol className="max-w-text border-s-2 border-line">
      {versions.map((one, place) => (
        <li key={one.version} className="ms-6 pb-10 last:pb-0">
          <VersionOfRules
            one={one}
            next={versions[place - 1]}
            before={versions[place + 1]}
            locale={locale}
            href={hrefOf(one.version)}
          />
        </li>
      ))}
    </ol>
  )
}

async function VersionOfRules({ one, next, before, locale, href }: Told) {
  const t = await getTranslations('rules')
  const { version, validFrom, author, reason, runningIdeas: count } = one
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        {t('history.version', { version })}
        {!next && <Tag tone="success">{t('history.current')}</Tag>}
      </h3>
      <p className="text-muted">
        <Period from={validFrom} until={next?.validFrom} />,{' '}
        {t(author === 'seed' ? 'history.opening' : 'history.team')}
      </p>
      <p className="mt-3">{reason === 'first_rules' ? t('history.firstRules') : reason}</p>
      {before && <Changes before={before} after={one} locale={locale} />}
      <p className="mt-3 text-muted">{t('history.running', { count })}</p>
      {next && (
        <a href={href} className="mt-1 inline-flex min-h-11 items-center">
          {t('history.read', { version })}
        </a>
      )}
    </>
  )
}

async function Period({ from, until }: { from: Date; until: Date | undefined }) {
  const [t, format] = await Promise.all([getTranslations('rules'), getFormatter()])
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  return until
    ? t('history.from', { from: day(from), until: day(until) })
    : t('history.since', { date: day(from) })
}

async function Changes({ before, after, locale }: { before: Version; after: Version; locale: Locale }) {
  const t = await getTranslations('rules')
  return (
    <ul className="mt-3 list-disc space-y-1.5 ps-6">
      {changedRules(before, after).map((key) => (
        <li key={key}>
          {t('history.change', {
            label: t(`labels.${key}`),
            before: ruleWords(t, locale, before, key),
            after: ruleWords(t, locale, after, key),
          })}
        </li>
      ))}
    </ul>
  )
}
