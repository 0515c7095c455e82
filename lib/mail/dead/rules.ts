/** Enough of an address to know it again when its owner calls, and no more. */
export function maskedAddress(address: string | null): string {
  const [local = '', domain = ''] = (address ?? '').split('@')
  if (!local || !domain) return '—'
  const end = domain.slice(domain.lastIndexOf('.'))
  return `${local.slice(0, 1)}•••@${domain.slice(0, 1)}•••${end}`
}

/** What a mail server said, without the address that it repeats. */
export function withoutAddresses(reason: string | null): string {
  return (reason ?? '').replace(/[^\s<>@"']+@[^\s<>@"']+/g, '•••')
}
