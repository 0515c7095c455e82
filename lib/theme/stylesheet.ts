import { createHash } from 'node:crypto'
import type { Tenant } from '../../tenants/tenant'
import { fontCss } from './fonts'
import { type Tokens, tokensOf } from './tokens'

const sheets = new WeakMap<Tenant, { hash: string; css: string }>()

/** The city's style sheet and the name under which it never changes. Made once for each published version. */
export function stylesheetOf(tenant: Tenant): { hash: string; css: string } {
  const known = sheets.get(tenant)
  if (known) return known
  const css = themeCss(tenant)
  const sheet = { css, hash: createHash('sha256').update(css).digest('hex').slice(0, 16) }
  sheets.set(tenant, sheet)
  return sheet
}

function themeCss({ theme, locales }: Tenant): string {
  const fonts = fontCss(theme.fonts, locales)
  const light = `color-scheme:light;${declarations(tokensOf(theme, 'light'))}`
  const dark = `color-scheme:dark;${declarations(tokensOf(theme, 'dark'))}`
  return [
    fonts.faces,
    `:root{--title-family:${fonts.title};--text-family:${fonts.text};${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${dark}}}`,
    `:root[data-scheme=dark]{${dark}}`,
    // Said twice, so that a device that likes it dark prints dark ink as well.
    `@media print{:root:root,:root[data-scheme]{${light}}}`,
  ].join('\n')
}

const declarations = (tokens: Tokens) =>
  Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
