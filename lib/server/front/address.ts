/** The path and the query a request asks for, in their one canonical form. */
export type Address = { pathname: string; search: string; isCanonical: boolean }

export const longestAddress = 4096

/**
 * Reads what stands after the method of a request. Null when no page can be there: not a path, wrongly encoded, or one of
 * the addresses under which Next would hand out a page's inner parts.
 */
export function readAddress(url: string): Address | null {
  const path = /^https?:\/\/[^/?#]*(.*)$/i.exec(url)?.[1] ?? url
  const [sent = '', ...rest] = path.split('?')
  if (!sent.startsWith('/') && sent !== '') return null
  const pathname = canonicalPath(sent || '/')
  if (pathname === null || isInner(pathname)) return null
  const search = withoutInnerNames(rest.join('?'))
  return { pathname, search, isCanonical: pathname === sent }
}

/** `//idees/./%61/` → `/idees/a`: decoded once, encoded once, nothing left that two programs could read differently. */
function canonicalPath(sent: string): string | null {
  const kept: string[] = []
  for (const segment of sent.split('/')) {
    const read = decoded(segment)
    if (read === null) return null
    if (read === '..') kept.pop()
    else if (read !== '' && read !== '.')
      kept.push(encodeURIComponent(read).replace(/%(40|3A|2C|2B|3D|24|26|3B)/g, decodeURIComponent))
  }
  return `/${kept.join('/')}`
}

function decoded(segment: string): string | null {
  if (!segment.includes('%')) return /[\\\x00-\x20\x7f"<>^`{|}]/.test(segment) ? null : segment
  try {
    const read = decodeURIComponent(segment)
    return /[/\\%\x00-\x1f\x7f]/.test(read) ? null : read
  } catch {
    return null
  }
}

const isInner = (pathname: string) =>
  pathname.startsWith('/_next/data/') || /\.(rsc|segments|prefetch\.rsc)(\/|$)/.test(pathname)

/** Names that only Next writes, in addresses it makes for itself. */
function withoutInnerNames(query: string): string {
  if (query === '') return ''
  if (!/(^|&)(_rsc|nxt|__next|__flight)/.test(query)) return `?${query}`
  const kept = query.split('&').filter((pair) => !/^(_rsc|nxt|__next|__flight)/.test(pair))
  return kept.length ? `?${kept.join('&')}` : ''
}
