import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'

const variants = {
  primary:
    'border-action bg-action text-on-action hover:border-action-hover hover:bg-action-hover hover:text-on-action',
  secondary: 'border-control bg-paper text-ink hover:border-ink hover:bg-tint hover:text-ink',
  quiet: 'border-transparent bg-transparent text-link underline hover:bg-tint hover:text-link-hover',
  inverse:
    'border-on-deep bg-on-deep text-deep hover:border-on-deep-muted hover:bg-on-deep-muted hover:text-deep',
  danger: 'border-danger bg-danger text-on-danger hover:border-danger-hover hover:bg-danger-hover',
} as const
type Look = {
  variant?: keyof typeof variants
  size?: 'medium' | 'large' | 'small'
  icon?: ReactNode
  wide?: boolean
}

const sizes = {
  small: 'min-h-11 px-3 text-base',
  medium: 'min-h-11 px-5 text-base',
  large: 'min-h-13 px-6 text-lg',
} as const

export function buttonLook({ variant = 'primary', size = 'medium', wide }: Look, className = ''): string {
  return [
    'inline-flex items-center justify-center gap-2 rounded-control border py-2 text-center font-bold leading-tight',
    'no-underline transition-colors',
    'disabled:border-disabled disabled:bg-disabled disabled:text-on-disabled',
    'aria-disabled:border-disabled aria-disabled:bg-disabled aria-disabled:text-on-disabled',
    variants[variant],
    sizes[size],
    wide ? 'w-full' : '',
    className,
  ].join(' ')
}

export function Button({
  variant,
  size,
  wide,
  icon,
  className,
  children,
  ...button
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button {...button} className={buttonLook({ variant, size, wide }, className)}>
      {icon}
      {children}
    </button>
  )
}

export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  className,
  children,
  ...link
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a {...link} className={buttonLook({ variant, size, wide }, className)}>
      {icon}
      {children}
    </a>
  )
}
