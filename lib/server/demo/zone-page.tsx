import { readFile, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { createTranslator } from 'use-intl/core'
import type { Locale } from '../../../tenants/tenant'
import { messagesFor } from '../../i18n/messages'
import { publicOrigin } from '../../tenancy/origin'
import { fieldsSent, languageOf, sendPage } from './answer'
import { Page } from './demo-page'

/** The demo's own DNS: a zone in a file, to prove a city's names with. */
export function zonePage(file: string): RequestListener {
  const answer: RequestListener = async (request, response) => {
    const locale = languageOf(request.headers['accept-language'])
    if (request.method === 'POST') {
      if (request.headers.origin !== publicOrigin('dns.localhost')) return void response.writeHead(403).end()
      const zone = (await fieldsSent(request)).get('zone') ?? ''
      await writeFile(file, zone.replaceAll('\r', ''))
      return void response.writeHead(303, { location: '/' }).end()
    }
    const zone = await readFile(file, 'utf8').catch(() => '')
    sendPage(response, <ZonePage zone={zone} locale={locale} />)
  }
  return (request, response) =>
    void Promise.resolve(answer(request, response)).catch(() => void response.writeHead(500).end())
}

function ZonePage({ zone, locale }: { zone: string; locale: Locale }) {
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'hosts.zone' })
  return (
    <Page locale={locale} title={t('title')} brand={t('service')}>
      <p className="lead">{t('lead')}</p>
      <form method="post" action="/">
        <p>
          <label htmlFor="zone">{t('records')}</label>
        </p>
        <p>
          <textarea id="zone" name="zone" rows={10} cols={60} dir="ltr" defaultValue={zone} />
        </p>
        <p>
          <button type="submit">{t('save')}</button>
        </p>
      </form>
    </Page>
  )
}
