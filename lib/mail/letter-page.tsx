import type { CSSProperties } from 'react'
import type { Locale, Tenant } from '../../tenants/tenant'
import { localized } from '../i18n/localized'
import { tokensOf } from '../theme/tokens'

export type LetterText = {
  subject: string
  greeting: string
  paragraphs: string[]
  quoted?: { title: string; text: string | null }
  button: { label: string; href: string }
  after: string[]
  foot: string
  stop?: { label: string; page: string; oneClick: string }
}

const text: CSSProperties = { margin: '0 0 18px', fontSize: 17, lineHeight: 1.6 }
const family = "'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

/** A letter as mail programs can show it: one column, tables, and every colour written where it is used. */
export function LetterPage({
  tenant,
  locale,
  letter,
}: {
  tenant: Tenant
  locale: Locale
  letter: LetterText
}) {
  const look = tokensOf(tenant.theme, 'light')
  const dir = locale === 'ar' ? 'rtl' : 'ltr'
  return (
    <html lang={locale} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light only" />
        <title>{letter.subject}</title>
      </head>
      <body
        style={{ margin: 0, padding: 0, background: look.tint, color: look.ink, fontFamily: family }}
        dir={dir}
      >
        <table
          role="presentation"
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          style={{ background: look.tint }}
        >
          <tbody>
            <tr>
              <td align="center" style={{ padding: '24px 12px' }}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  style={{ maxWidth: 600, background: look.paper, borderRadius: 10 }}
                >
                  <tbody>
                    <Band tenant={tenant} locale={locale} />
                    <tr>
                      <td style={{ padding: '32px 28px 14px' }} dir={dir}>
                        <Words letter={letter} tenant={tenant} />
                      </td>
                    </tr>
                    <tr>
                      <td
                        style={{
                          padding: '18px 28px 28px',
                          borderTop: `1px solid ${look.line}`,
                          color: look.muted,
                          fontSize: 14,
                          lineHeight: 1.6,
                        }}
                        dir={dir}
                      >
                        <Foot letter={letter} tenant={tenant} locale={locale} />
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}

function Band({ tenant, locale }: { tenant: Tenant; locale: Locale }) {
  const look = tokensOf(tenant.theme, 'light')
  return (
    <tr>
      <td
        style={{
          background: look.deep,
          borderBottom: `6px solid ${look.accent}`,
          borderRadius: '10px 10px 0 0',
          padding: '22px 28px',
        }}
      >
        <span style={{ color: look['on-deep'], fontSize: 20, fontWeight: 700 }}>
          {localized(tenant.platformNames.decider, locale, tenant)}
        </span>
      </td>
    </tr>
  )
}

function Words({ letter, tenant }: { letter: LetterText; tenant: Tenant }) {
  const look = tokensOf(tenant.theme, 'light')
  const button = {
    display: 'inline-block',
    padding: '14px 26px',
    color: look['on-action'],
    fontSize: 17,
    fontWeight: 700,
    textDecoration: 'none',
  }
  return (
    <>
      <h1 style={{ margin: '0 0 20px', fontSize: 24, lineHeight: 1.25 }}>{letter.subject}</h1>
      <p style={text}>{letter.greeting}</p>
      {letter.paragraphs.map((paragraph) => (
        <p key={paragraph} style={text}>
          {paragraph}
        </p>
      ))}
      {letter.quoted && <Quoted {...letter.quoted} line={look.accent} />}
      <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: '6px 0 26px' }}>
        <tbody>
          <tr>
            <td style={{ background: look.action, borderRadius: 8 }}>
              <a href={letter.button.href} style={button}>
                {letter.button.label}
              </a>
            </td>
          </tr>
        </tbody>
      </table>
      {letter.after.map((paragraph) => (
        <p key={paragraph} style={text}>
          {paragraph}
        </p>
      ))}
    </>
  )
}

function Quoted({ title, text: said, line }: { title: string; text: string | null; line: string }) {
  return (
    <div dir="auto" style={{ ...text, borderInlineStart: `4px solid ${line}`, paddingInlineStart: 16 }}>
      <strong>{title}</strong>
      {said && <p style={{ margin: '10px 0 0', whiteSpace: 'pre-line' }}>{said}</p>}
    </div>
  )
}

function Foot({ letter, tenant, locale }: { letter: LetterText; tenant: Tenant; locale: Locale }) {
  return (
    <>
      <p style={{ margin: '0 0 8px' }}>{letter.foot}</p>
      {letter.stop && (
        <p style={{ margin: '0 0 8px' }}>
          <a href={letter.stop.page} style={{ color: 'inherit' }}>
            {letter.stop.label}
          </a>
        </p>
      )}
      <p style={{ margin: 0 }}>
        {localized(tenant.name, locale, tenant)} · {tenant.contact.address} · {tenant.contact.email}
      </p>
    </>
  )
}

/** The same letter without any look. */
export function textOf({
  subject,
  greeting,
  paragraphs,
  quoted,
  button,
  after,
  foot,
  stop,
}: LetterText): string {
  const said = quoted ? [`« ${quoted.title} »`, quoted.text] : []
  const lines = [
    subject,
    greeting,
    ...paragraphs,
    ...said,
    `${button.label} :\n${button.href}`,
    ...after,
    '--',
    foot,
  ]
  return [...lines, stop && `${stop.label} : ${stop.page}`].filter(Boolean).join('\n\n') + '\n'
}
