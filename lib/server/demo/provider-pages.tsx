import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { createTranslator } from 'use-intl/core'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { localized } from '../../i18n/localized'
import { messagesFor } from '../../i18n/messages'
import { settle, subjectOf } from '../../people/demo'
import { asHtml, fieldsSent, languageOf, sendPage } from './answer'
import { castOf, type DemoPerson } from './cast'
import { Page } from './demo-page'
import { cityOf } from './provider-clients'

/** The page of the list, and the answer to whoever is chosen on it. */
export async function answerChoice(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  try {
    const { params, uid, session } = await provider.interactionDetails(request, response)
    const tenant = await cityOf(String(params.client_id))
    if (!tenant) throw new Error('unknown_city')
    if (request.method !== 'POST')
      return showPeople(response, tenant, uid, new URL(String(params.redirect_uri)).origin)
    const key = (await fieldsSent(request)).get('person')
    const person = castOf(tenant).find((one) => one.key === key)
    if (person) await settle(tenant, person, new Date())
    const result = person
      ? { login: { accountId: subjectOf(tenant, person), remember: false } }
      : { error: 'access_denied' }
    const once = { mergeWithLastSubmission: false }
    const location = await provider.interactionResult(request, response, result, once)
    if (session) await forgetWhoCameBefore(provider, session.uid)
    response.writeHead(303, { location }).end()
  } catch {
    const locale = languageOf(request.headers['accept-language'])
    sendPage(response, <FailurePage locale={locale} />, { status: 400 })
  }
}

/** Another person in the same browser would first be asked to leave, on a page that nobody could go on from. */
async function forgetWhoCameBefore(provider: Provider, uid: string) {
  const before = await provider.Session.findByUid(uid)
  if (!before) return
  before.accountId = undefined
  await before.persist()
}

/** A sign-in that cannot go on: begun too long ago, or not by a city of this product. */
export function showFailure(accepted: string | undefined, code: string): string {
  return asHtml(<FailurePage locale={languageOf(accepted)} code={code} />)
}

function showPeople(response: ServerResponse, tenant: Tenant, uid: string, origin: string) {
  sendPage(response, <PeoplePage tenant={tenant} uid={uid} year={new Date().getFullYear()} />, {
    formsGoTo: [origin],
  })
}

function PeoplePage({ tenant, uid, year }: { tenant: Tenant; uid: string; year: number }) {
  const locale = tenant.locales[0]!
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'signIn.demo' })
  const cast = castOf(tenant)
  const city = localized(tenant.name, locale, tenant)
  const groups = [
    { title: t('citizens'), people: cast.filter(({ role }) => role === 'citizen') },
    { title: t('staff'), people: cast.filter(({ role }) => role !== 'citizen') },
  ]
  return (
    <Page locale={locale} title={t('who')} brand={t('service')}>
      <p className="lead">{t('lead', { city })}</p>
      <form method="post" action={`/choisir/${uid}`}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2>{group.title}</h2>
            <ul className="people">
              {group.people.map((person) => (
                <li key={person.key}>
                  <Choice person={person} tenant={tenant} locale={locale} year={year} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p>
          <button type="submit" name="person" value="" className="quiet">
            {t('cancel', { city })}
          </button>
        </p>
      </form>
    </Page>
  )
}

function Choice({
  person,
  tenant,
  locale,
  year,
}: {
  person: DemoPerson
  tenant: Tenant
  locale: Locale
  year: number
}) {
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'signIn.demo' })
  const district = tenant.territory.districts.find(({ code }) => code === person.districtCode)
  const age = t('age', { years: year - person.birthYear })
  const where = district
    ? localized(district.name, locale, tenant)
    : person.role === 'citizen' && t('elsewhere')
  return (
    <button type="submit" name="person" value={person.key} className="person">
      <span className="initials" aria-hidden="true">
        {[...person.name][0]}
      </span>
      <span>
        <strong>{person.name}</strong>
        <span className="about">{[t(`part.${person.part}`), age, where].filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  )
}

function FailurePage({ locale, code }: { locale: Locale; code?: string }) {
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'signIn.demo' })
  return (
    <Page locale={locale} title={t('cannot')} brand={t('service')}>
      <p className="lead">{t('tooLate')}</p>
      {code && <p className="about">{code}</p>}
    </Page>
  )
}
