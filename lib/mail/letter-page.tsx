import type { Locale, Tenant } from '../../tenants/tenant'
import { localized } from '../i18n/localized'
import type { Theme } from '../../tenants/theme'
import { tokensOf } from '../theme/tokens'
import { Foot, Words } from './letter-parts'
import type { LetterText } from './letter-text'
import { letterName, originOf } from './wording'

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
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{atNight(tenant)}</style>
      </head>
      <body
        className="ground"
        style={{ margin: 0, padding: 0, background: look.tint, color: look.ink, fontFamily: family }}
        dir={dir}
      >
        <table
          role="presentation"
          className="ground"
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
                  className="paper"
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
                        className="line muted"
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

/** For mail programs that follow the reader's wish for dark: the city's own colours for it. */
function atNight(tenant: Tenant): string {
  const look = tokensOf(tenant.theme, 'dark')
  const rules = [
    `.ground{background:${look.paper}!important;color:${look.ink}!important}`,
    `.paper{background:${look.tint}!important}`,
    `.band{background:${look.deep}!important;border-color:${look.accent}!important}`,
    `.muted{color:${look.muted}!important}`,
    `.line{border-color:${look.line}!important}`,
    `.quoted{border-color:${look.accent}!important}`,
    `.link{color:${look.link}!important}`,
    `.action{background:${look.action}!important}`,
    `.on-action{color:${look['on-action']}!important}`,
  ]
  return `@media (prefers-color-scheme: dark){${rules.join('')}}`
}

function Band({ tenant, locale }: { tenant: Tenant; locale: Locale }) {
  const look = tokensOf(tenant.theme, 'light')
  return (
    <tr>
      <td
        className="band"
        style={{
          background: look.deep,
          borderBottom: `6px solid ${look.accent}`,
          borderRadius: '10px 10px 0 0',
          padding: '22px 28px',
        }}
      >
        {tenant.theme.logo && <LetterLogo tenant={tenant} locale={locale} logo={tenant.theme.logo} />}
        <span style={{ color: look['on-deep'], fontSize: 20, fontWeight: 700, verticalAlign: 'middle' }}>
          {letterName({ tenant, locale })}
        </span>
      </td>
    </tr>
  )
}

type LogoProps = { tenant: Tenant; locale: Locale; logo: NonNullable<Theme['logo']> }

/**
 * The drawing made for dark grounds; without one, the other on a piece of paper. Mail programs ask for a whole address, and
 * many of them show no other pictures than PNG.
 */
function LetterLogo({ tenant, locale, logo: { light, dark, alt } }: LogoProps) {
  const { width, height } = dark ?? light
  const high = Math.min(44, Math.round((160 * height) / width))
  const paper = dark ? {} : { background: '#ffffff', padding: 6, borderRadius: 6 }
  return (
    <img
      src={`${originOf(tenant)}/embleme/${dark ? 'sombre' : 'clair'}.png`}
      alt={localized(alt, locale, tenant)}
      width={Math.round((high * width) / height)}
      height={high}
      style={{ ...paper, border: 0, marginInlineEnd: 14, verticalAlign: 'middle' }}
    />
  )
}
