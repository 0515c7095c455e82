import type { Emblem, Theme } from '../../tenants/theme'

/** What an `<img>` needs; lines are sharper than pixels where there are any. */
export function emblemAddress({ file, vector, width, height }: Emblem) {
  return { src: `/media/${vector ?? file}`, width, height }
}

/** How large a phone wants the icon of a site it keeps. */
export const iconSides = [192, 512] as const

/** Every file a look shows, under the names it may be asked by. */
export function emblemFiles({ logo }: Pick<Theme, 'logo'>): string[] {
  const drawings = [logo?.light, logo?.dark].filter((one) => one !== undefined)
  return drawings.flatMap(({ file, vector }) => [
    file,
    file.replace(/\.webp$/, '-640.webp'),
    ...(vector ? [vector] : []),
  ])
}
