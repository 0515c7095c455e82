export const packageStates = ['waiting', 'ready', 'failed', 'expired'] as const
export type PackageState = (typeof packageStates)[number]

/** How long a package can be fetched, and how many may be under way or kept at once. */
export const keptDays = 7
export const mostKept = 3
export const passphraseLength = { min: 12, max: 200 } as const

export const packageRefusals = ['another_name', 'too_many_packages'] as const
export type PackageRefusal = (typeof packageRefusals)[number]
