import type { Tenant } from '../../tenants/tenant'
import { fontCss } from './fonts'
import { tokensOf } from './tokens'

/** What a screen is painted with where its reader has chosen the colours: the system's own names for them. */
const forced = {
  paper: 'Canvas',
  tint: 'Canvas',
  deep: 'Canvas',
  'on-deep': 'CanvasText',
  'on-deep-muted': 'CanvasText',
  ink: 'CanvasText',
  muted: 'CanvasText',
  line: 'CanvasText',
  control: 'CanvasText',
  link: 'LinkText',
  action: 'ButtonFace',
  'on-action': 'ButtonText',
  'action-tint': 'Canvas',
  'on-action-tint': 'CanvasText',
  accent: 'Highlight',
}

/** The sheet of a look that is only being tried, for the parts of a page that show it. */
export function trialSheet({ theme, locales }: Pick<Tenant, 'theme' | 'locales'>): string {
  const fonts = fontCss(theme.fonts, locales)
  const families = `--title-family:${fonts.title};--text-family:${fonts.text};font-family:${fonts.text}`
  const rule = (name: string, scheme: string, tokens: Record<string, string>) => {
    const painted = Object.entries(tokens).map(([token, value]) => `--${token}:${value}`)
    const again = ['ink', 'muted', 'link', 'link-hover'].map((one) => `--paper-${one}:var(--${one})`)
    return `.trial-${name}{color-scheme:${scheme};${[...painted, ...again].join(';')};${families}}`
  }
  return [
    fonts.faces,
    rule('light', 'light', tokensOf(theme, 'light')),
    rule('dark', 'dark', tokensOf(theme, 'dark')),
    rule('forced', 'dark', forced),
  ].join('\n')
}
