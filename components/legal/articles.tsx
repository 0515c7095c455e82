import type { ReactNode } from 'react'
import type { getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { refusalCodes } from '@/lib/ideas/moderation/rules'
import { isOffered } from '@/lib/tenancy/site'
import type { LegalDocument } from '@/tenants/legal'
import type { Locale, Localized, Tenant } from '@/tenants/tenant'
import type { Article } from '../rules/articles'

export type SayLegal = Awaited<ReturnType<typeof getTranslations<'legal'>>>
type Told = {
  t: SayLegal
  /** What each reason of a refusal is called. */
  codeWords: (code: (typeof refusalCodes)[number]) => string
  dayWords: (day: string) => string
  hrefOf: (path: string, on?: 'decider') => string
  tenant: Tenant
  locale: Locale
}
type Line = ReactNode | undefined | false

/** A legal page as articles: what is true of every city, with what this one answered, and its own words last. */
export function legalArticles(document: Exclude<LegalDocument, 'participation'>, told: Told): Article[] {
  const own = told.tenant.legal.extra[document]
  const written = { notice, terms, privacy, cookies, accessibility, charter }[document](told)
  return own ? [...written, article('precisions', told.t('extra'), [inWords(told, own)])] : written
}

function article(id: string, title: string, lines: Line[], points: string[] = []): Article {
  const said = lines.filter((line) => line !== undefined && line !== false)
  return { id, title, points, lead: said.map((line, place) => <p key={place}>{line}</p>) }
}

/** The city's own words; an empty line in them begins a paragraph, and nothing in them is more than text. */
function inWords({ locale, tenant }: Told, text: Localized): ReactNode {
  return <span className="whitespace-pre-line">{localized(text, locale, tenant)}</span>
}

function valuesOf({ tenant, locale }: Told) {
  const city = localized(tenant.name, locale, tenant)
  const name = tenant.legal.legalName ? localized(tenant.legal.legalName, locale, tenant) : city
  const { address, email } = tenant.contact
  return { city, name, address, email, country: tenant.country, ...ideaWords({ tenant, locale }) }
}

function notice(told: Told): Article[] {
  const { t, tenant, locale } = told
  const { registration, phone } = tenant.legal
  const { director, host, email } = tenant.contact
  const own = (text: Localized) => [localized(text, locale, tenant)]
  return [
    article('editeur', t('notice.publisher'), [
      t('notice.publisherText', valuesOf(told)),
      registration && t('notice.registration', { registration }),
      phone && t('notice.phone', { phone }),
    ]),
    ...(director ? [article('direction', t('notice.director'), own(director))] : []),
    ...(host ? [article('hebergement', t('notice.host'), own(host))] : []),
    article('ecrire', t('notice.contact'), [
      t.rich('notice.contactText', { email: () => <a href={`mailto:${email}`}>{email}</a> }),
    ]),
    article('logiciel', t('notice.software'), [t('notice.softwareText')]),
  ]
}

function terms(told: Told): Article[] {
  const { t, tenant, hrefOf } = told
  const values = valuesOf(told)
  const { law } = tenant.legal
  const rules = isOffered(tenant, 'decider') && (
    <a href={hrefOf('/regles', 'decider')}>{t('titles.participation')}</a>
  )
  return [
    article('service', t('terms.service'), [t('terms.serviceText', values)]),
    article('compte', t('terms.account'), [t('terms.accountText')]),
    article('publier', t('terms.published'), [
      t('terms.publishedOwn'),
      t('terms.publishedUse', values),
      t('terms.publishedRead'),
      <a key="charte" href={hrefOf('/charte')}>
        {t('titles.charter')}
      </a>,
    ]),
    article('ville', t('terms.city'), [t('terms.cityText'), rules]),
    article('pannes', t('terms.failures'), [t('terms.failuresText')]),
    article('droit', t('terms.law'), [law ? inWords(told, law) : t('terms.lawText', values)]),
    article('changement', t('terms.change'), [t('terms.changeText')]),
  ]
}

function privacy(told: Told): Article[] {
  const { t, tenant, locale } = told
  const values = valuesOf(told)
  const { dpoEmail, dpoAddress, supervisor } = tenant.legal
  const officer = [dpoEmail, dpoAddress].filter(Boolean).join(', ')
  const authority = supervisor ? localized(supervisor, locale, tenant) : t('privacy.authority', values)
  return [
    article('responsable', t('privacy.controller'), [
      t('privacy.controllerText', values),
      officer ? t('privacy.officer', { contact: officer }) : t('privacy.question', values),
    ]),
    article(
      'garde',
      t('privacy.kept'),
      [],
      [t('privacy.keptAccount'), t('privacy.keptSupports'), t('privacy.keptTexts')],
    ),
    article(
      'duree',
      t('privacy.time'),
      [],
      [t('privacy.timeAccount'), t('privacy.timeDrafts'), t('privacy.timeLetters')],
    ),
    article('qui', t('privacy.who'), [t('privacy.whoText')]),
    article('droits', t('privacy.rights'), [t('privacy.rightsText'), t('privacy.complaint', { authority })]),
  ]
}

function cookies({ t }: Told): Article[] {
  const needed = (['session', 'signIn', 'draft', 'appearance'] as const).map((one) => t(`cookies.${one}`))
  return [
    article('rien', t('cookies.none'), [t('cookies.noneText')]),
    article('indispensable', t('cookies.needed'), [], needed),
  ]
}

function accessibility(told: Told): Article[] {
  const { t, tenant, locale, dayWords } = told
  const values = valuesOf(told)
  const { state, percent, auditor, auditedOn, gaps, remedy } = tenant.legal.accessibility
  const done = (['done1', 'done2', 'done3', 'done4', 'done5'] as const).map((one) =>
    t(`accessibility.${one}`, values),
  )
  return [
    article('etat', t('accessibility.state'), [
      t(`accessibility.${state}`),
      percent !== undefined && t('accessibility.percent', { percent }),
      auditor && t('accessibility.audit', { auditor }),
      auditedOn && t('accessibility.auditDay', { date: dayWords(auditedOn) }),
    ]),
    ...(gaps ? [article('manques', t('accessibility.gaps'), [inWords(told, gaps)])] : []),
    article('fait', t('accessibility.done'), [], done),
    article('signaler', t('accessibility.report'), [t('accessibility.reportText', values)]),
    article('recours', t('accessibility.remedy'), [
      remedy
        ? t('accessibility.remedyOwn', { authority: localized(remedy, locale, tenant) })
        : t('accessibility.remedyText', values),
    ]),
  ]
}

function charter(told: Told): Article[] {
  const { t, codeWords, tenant, hrefOf } = told
  const { moderation, moderationWorkingDays: days } = tenant.ideas
  const figures = (text: ReactNode) => <a href={hrefOf('/moderation/chiffres')}>{text}</a>
  return [
    article('principe', t('charter.principle'), [t('charter.principleText', valuesOf(told))]),
    article('lecture', t('charter.reading'), [t(`charter.${moderation}`, { days })]),
    article('raisons', t('charter.not'), [t('charter.notLead')], refusalCodes.map(codeWords)),
    article('decision', t('charter.reasons'), [t('charter.reasonsText')]),
    article('contester', t('charter.appeal'), [t('charter.appealText')]),
    article('signaler', t('charter.report'), [t('charter.reportText')]),
    article('verifier', t('charter.figures'), [t.rich('charter.figuresText', { link: figures })]),
  ]
}
