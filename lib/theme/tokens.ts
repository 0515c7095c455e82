import type { Theme } from '../../tenants/theme'
import { best, contrast, hexOf, nearestShade, readableOn, type Shade, shadeOf } from './colour'

export type Scheme = 'light' | 'dark'

type Grounds = { paper: string; tint: string; deep: string }

const states = { success: 152, warn: 75, danger: 27 } as const

/** Everything a screen is painted with, from the city's two colours. The brand is used as it was picked; the rest follows. */
export function tokensOf({ brand, accent }: Pick<Theme, 'brand' | 'accent'>, scheme: Scheme) {
  return scheme === 'light'
    ? lightTokens(shadeOf(brand), shadeOf(accent), brand, accent)
    : darkTokens(shadeOf(brand), shadeOf(accent))
}
export type Tokens = ReturnType<typeof lightTokens>
export type Token = keyof Tokens

function lightTokens(brand: Shade, second: Shade, action: string, accent: string) {
  const quiet = Math.min(brand.c, 0.1)
  const grey = (l: number, c: number) => ({ l, c: Math.min(c, quiet), h: brand.h })
  const neutral = (l: number, c: number) => hexOf(grey(l, c))
  const grounds = { paper: '#ffffff', tint: neutral(0.972, 0.009), deep: neutral(0.285, 0.075) }
  const { paper, tint, deep } = grounds
  const tints = tintTokens(brand, second, 'light')
  const actionTint = tints['action-tint']
  const disabled = neutral(0.925, 0.008)
  return {
    ...grounds,
    'on-deep': neutral(0.975, 0.01),
    'on-deep-muted': readableOn([deep], grey(0.84, 0.03), 4.5, 'light'),
    ink: neutral(0.235, 0.025),
    muted: readableOn([paper, tint, disabled], grey(0.47, 0.025), 4.5, 'dark'),
    line: neutral(0.895, 0.013),
    control: readableOn([paper, tint], grey(0.62, 0.02), 3, 'dark'),
    link: readableOn([paper, tint, actionTint], brand, 4.5, 'dark'),
    'link-hover': readableOn([paper, tint, actionTint], { ...brand, l: brand.l - 0.08 }, 4.5, 'dark'),
    ...actionTokens(action, best(action, '#ffffff', neutral(0.16, 0.02)), -0.06),
    ...tints,
    accent,
    'on-accent': best(accent, '#ffffff', neutral(0.16, 0.02)),
    disabled,
    'on-disabled': readableOn([disabled], grey(0.5, 0.02), 4.5, 'dark'),
    ...stateTokens(grounds, 'light'),
    focus: focusOn([paper, tint, deep, actionTint, tints['accent-tint']], second),
  }
}

function darkTokens(brand: Shade, second: Shade): Tokens {
  const quiet = Math.min(brand.c, 0.1)
  const grey = (l: number, c: number) => ({ l, c: Math.min(c, quiet), h: brand.h })
  const neutral = (l: number, c: number) => hexOf(grey(l, c))
  const grounds = { paper: neutral(0.185, 0.014), tint: neutral(0.228, 0.018), deep: neutral(0.265, 0.055) }
  const { paper, tint, deep } = grounds
  const tints = tintTokens(brand, second, 'dark')
  const actionTint = tints['action-tint']
  const disabled = neutral(0.31, 0.012)
  const lit = { l: Math.max(brand.l, 0.74), c: Math.min(brand.c, 0.13), h: brand.h }
  const action = readableOn([paper, tint, deep], lit, 4.5, 'light')
  const accent = readableOn([paper, tint, deep], { ...second, l: Math.max(second.l, 0.72) }, 3, 'light')
  return {
    ...grounds,
    'on-deep': neutral(0.965, 0.01),
    'on-deep-muted': neutral(0.82, 0.022),
    ink: neutral(0.945, 0.008),
    muted: readableOn([paper, tint, disabled], grey(0.74, 0.018), 4.5, 'light'),
    line: neutral(0.34, 0.02),
    control: readableOn([paper, tint], grey(0.58, 0.02), 3, 'light'),
    link: readableOn([paper, tint, deep, actionTint], { ...lit, l: 0.78 }, 4.5, 'light'),
    'link-hover': readableOn([paper, tint, deep, actionTint], { ...lit, l: 0.86 }, 4.5, 'light'),
    ...actionTokens(action, best(action, '#ffffff', neutral(0.16, 0.02)), 0.06),
    ...tints,
    accent,
    'on-accent': best(accent, '#ffffff', neutral(0.16, 0.02)),
    disabled,
    'on-disabled': readableOn([disabled], grey(0.72, 0.015), 4.5, 'light'),
    ...stateTokens(grounds, 'dark'),
    focus: focusOn([paper, tint, deep, actionTint, tints['accent-tint']], { ...second, l: 0.82 }),
  }
}

/** Pale grounds of the two colours, and what is written on them. */
function tintTokens(brand: Shade, second: Shade, scheme: Scheme) {
  const light = scheme === 'light'
  const ground = (shade: Shade, most: number) =>
    hexOf({ l: light ? 0.945 : 0.31, c: Math.min(shade.c, most), h: shade.h })
  const word = (shade: Shade, behind: string) =>
    light
      ? readableOn([behind], { ...shade, l: Math.min(shade.l, 0.43) }, 4.5, 'dark')
      : readableOn([behind], { ...shade, l: 0.86, c: Math.min(shade.c, 0.1) }, 4.5, 'light')
  const action = ground(brand, light ? 0.035 : 0.055)
  const accent = ground(second, light ? 0.045 : 0.05)
  return {
    'action-tint': action,
    'on-action-tint': word(brand, action),
    'accent-tint': accent,
    'on-accent-tint': word(second, accent),
  }
}

/** The action moves on hover without ever losing its words. */
function actionTokens(action: string, onAction: string, move: number) {
  const from = shadeOf(action)
  const away = contrast(onAction, '#ffffff') < 1.5 ? -Math.abs(move) : Math.abs(move)
  const hover = readableOn([onAction], { ...from, l: from.l + away }, 4.5, away < 0 ? 'dark' : 'light')
  return { action, 'action-hover': hover, 'on-action': onAction }
}

function stateTokens({ paper, tint }: Grounds, scheme: Scheme) {
  const light = scheme === 'light'
  const ground = (h: number) => hexOf(light ? { l: 0.962, c: 0.03, h } : { l: 0.29, c: 0.045, h })
  const word = (h: number) =>
    readableOn(
      [paper, tint, ground(h)],
      light ? { l: 0.47, c: 0.14, h } : { l: 0.82, c: 0.12, h },
      4.5,
      light ? 'dark' : 'light',
    )
  const danger = word(states.danger)
  const {
    action,
    'action-hover': hover,
    'on-action': on,
  } = actionTokens(danger, best(danger, '#ffffff', '#1a0a08'), 0.06)
  return {
    success: word(states.success),
    'success-tint': ground(states.success),
    warn: word(states.warn),
    'warn-tint': ground(states.warn),
    danger: action,
    'danger-hover': hover,
    'on-danger': on,
    'danger-tint': ground(states.danger),
  }
}

/** One ring for every ground: light enough on the dark one, dark enough on paper. */
function focusOn(grounds: string[], from: Shade): string {
  return nearestShade(from, (hex) => grounds.every((ground) => contrast(hex, ground) >= 3)) ?? '#7a7a7a'
}
