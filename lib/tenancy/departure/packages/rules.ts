/** All the city has, for another system to take up; or what it showed, for anybody to read. */
export const packageKinds = ['package', 'archive'] as const
export type PackageKind = (typeof packageKinds)[number]

export const packageStates = ['waiting', 'ready', 'failed', 'expired'] as const
export type PackageState = (typeof packageStates)[number]

/** What a file of each kind is called at its end, and is. */
export const formOf = {
  package: { end: 'tar', type: 'application/x-tar' },
  archive: { end: 'zip', type: 'application/zip' },
} as const satisfies Record<PackageKind, { end: string; type: string }>

/** How long a package can be fetched, and how many may be under way or kept at once. */
export const keptDays = 7
/** One that could not be made by then, however often it was tried, is said to have failed, and another may be asked for. */
export const triedHours = 6
export const mostKept = 3
export const passphraseLength = { min: 12, max: 200 } as const

export const packageRefusals = ['another_name', 'too_many_packages'] as const
export type PackageRefusal = (typeof packageRefusals)[number]
