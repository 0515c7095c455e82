import type { RequestListener, ServerResponse } from 'node:http'
import { createTranslator } from 'use-intl/core'
import type { Locale } from '../../../tenants/tenant'
import { messagesFor } from '../../i18n/messages'
import { languageOf, sendPage } from './answer'
import { Page } from './demo-page'
import type { Message } from './mailbox'

/** The letters the demo has sent, to read and, as JSON, to count. */
export function mailboxPages(messages: Message[]): RequestListener {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mailbox')
    const locale = languageOf(request.headers['accept-language'])
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET' }).end()
    const to = searchParams.get('to')
    const shown = to ? messages.filter((one) => one.to.includes(to)) : messages
    if (pathname === '/') return sendPage(response, <ListPage messages={shown} locale={locale} />)
    if (pathname === '/api/messages') return sendJson(response, { messages: shown })
    const [, kind, id, part] = pathname.split('/')
    const message = kind === 'messages' ? messages.find((one) => one.id === id) : undefined
    if (!message) return sendPage(response, <GonePage locale={locale} />, { status: 404 })
    if (part === 'html') return sendLetter(response, message)
    sendPage(response, <MessagePage message={message} locale={locale} />)
  }
}

function sendJson(response: ServerResponse, body: unknown) {
  const text = JSON.stringify(body)
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}

/** The letter itself, in a frame where it can neither run anything, load anything nor pass for this page. */
function sendLetter(response: ServerResponse, { html, text }: Message) {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation"
  response.writeHead(200, {
    'content-type': html ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  response.end(html ? html.replace(/<head>/i, '<head><base target="_top">') : text)
}

const wordsIn = (locale: Locale) =>
  createTranslator({ locale, messages: messagesFor(locale), namespace: 'signIn.mailbox' })

function ListPage({ messages, locale }: { messages: Message[]; locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t('title')} brand={t('service')}>
      <p className="lead">{t('lead')}</p>
      {messages.length === 0 && <p className="empty">{t('empty')}</p>}
      <ul>
        {messages.map((message) => (
          <li key={message.id}>
            <a className="letter" href={`/messages/${message.id}`}>
              <strong dir="auto">{message.subject}</strong>
              <span className="about">
                {t('toAt', { to: message.to.join(', '), at: clock(message.receivedAt, locale) })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function MessagePage({ message, locale }: { message: Message; locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={message.subject} brand={t('service')}>
      <p>
        <a href="/">{t('back')}</a>
      </p>
      <dl>
        <dt>{t('from')}</dt>
        <dd>
          <bdi>{message.fromName}</bdi> <bdi>{`<${message.from}>`}</bdi>
        </dd>
        <dt>{t('to')}</dt>
        <dd>{message.to.join(', ')}</dd>
        <dt>{t('received')}</dt>
        <dd>{clock(message.receivedAt, locale)}</dd>
      </dl>
      <iframe
        src={`/messages/${message.id}/html`}
        title={t('letter')}
        sandbox="allow-top-navigation-by-user-activation"
      />
      <h2>{t('asText')}</h2>
      <pre dir="auto">{message.text}</pre>
    </Page>
  )
}

function GonePage({ locale }: { locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <Page locale={locale} title={t('gone')} brand={t('service')}>
      <p>
        <a href="/">{t('back')}</a>
      </p>
    </Page>
  )
}

const clock = (at: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
