import type { CSSProperties } from 'react'
import type { Locale, Tenant } from '../../tenants/tenant'
import { tokensOf } from '../theme/tokens'
import type { LetterText } from './letter-text'
import { senderOf } from './wording'

const text: CSSProperties = { margin: '0 0 18px', fontSize: 17, lineHeight: 1.6 }
export function Words({ letter, tenant }: { letter: LetterText; tenant: Tenant }) {
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
      {letter.piles?.map((pile) => (
        <Pile key={pile.href} pile={pile} look={look} />
      ))}
      <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: '6px 0 26px' }}>
        <tbody>
          <tr>
            <td className="action" style={{ background: look.action, borderRadius: 8 }}>
              <a href={letter.button.href} className="on-action" style={button}>
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
    <div
      dir="auto"
      className="quoted"
      style={{ ...text, borderInlineStart: `4px solid ${line}`, paddingInlineStart: 16 }}
    >
      <strong>{title}</strong>
      {said && <p style={{ margin: '10px 0 0', whiteSpace: 'pre-line' }}>{said}</p>}
    </div>
  )
}

type Look = ReturnType<typeof tokensOf>
type Told = NonNullable<LetterText['piles']>[number]

function Pile({ pile: { title, href, lines }, look }: { pile: Told; look: Look }) {
  return (
    <div
      className="line"
      style={{ margin: '0 0 18px', padding: '16px 0 0', borderTop: `1px solid ${look.line}` }}
    >
      <a
        href={href}
        dir="auto"
        className="link"
        style={{ display: 'block', color: look.link, fontSize: 18, fontWeight: 700, lineHeight: 1.35 }}
      >
        {title}
      </a>
      {lines.map(({ text: said, on }) => (
        <p key={said + on} style={{ margin: '8px 0 0', fontSize: 16, lineHeight: 1.5 }}>
          {said}
          <br />
          <span className="muted" style={{ color: look.muted, fontSize: 14 }}>
            {on}
          </span>
        </p>
      ))}
    </div>
  )
}

export function Foot({ letter, tenant, locale }: { letter: LetterText; tenant: Tenant; locale: Locale }) {
  return (
    <>
      <p style={{ margin: '0 0 8px' }}>{letter.foot}</p>
      {letter.stop && (
        <p style={{ margin: '0 0 8px' }}>
          <a href={letter.stop.page} style={{ color: 'inherit' }}>
            {letter.stop.label}
          </a>
          {letter.stop.settings && ' · '}
          {letter.stop.settings && (
            <a href={letter.stop.settings.href} style={{ color: 'inherit' }}>
              {letter.stop.settings.label}
            </a>
          )}
        </p>
      )}
      <p style={{ margin: 0 }}>{senderOf({ tenant, locale })}</p>
    </>
  )
}
