import { emblemAddress } from '@/lib/theme/emblems'
import type { Theme } from '@/tenants/theme'

type Props = {
  logo: NonNullable<Theme['logo']>
  alt: string
  /** The page's own ground, light or dark as its reader likes; or one that is always light or dark. */
  ground?: 'page' | 'light' | 'dark'
  className: string
}

/** The city's emblem, in the drawing made for the ground it stands on. */
export function Logo({ logo: { light, dark }, alt, ground = 'page', className }: Props) {
  const drawn = `w-auto max-w-[10rem] shrink-0 object-contain ${className}`
  const only = !dark || ground === 'light' ? light : ground === 'dark' ? dark : null
  if (only) return <img {...emblemAddress(only)} alt={alt} className={drawn} />
  return (
    <>
      <img {...emblemAddress(light)} alt={alt} className={`by-day ${drawn}`} />
      <img {...emblemAddress(dark!)} alt={alt} className={`at-night ${drawn}`} />
    </>
  )
}
