import { domainToASCII } from 'node:url'

/**
 * An e-mail address as it can be written on an envelope, or null: exactly one, no quotes, no comment, nothing that a mail
 * server could read as a second one. Look-alike characters are folded first, so that none of them hides an @.
 */
export function mailAddress(typed: string): string | null {
  const folded = typed.normalize('NFKC').trim()
  const [local = '', host = '', ...more] = folded.split('@')
  const domain = domainToASCII(host.toLowerCase())
  if (more.length > 0 || local.length > 64 || folded.length > 254) return null
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i.test(local)) return null
  if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain)) return null
  return `${local}@${domain}`
}

const ignoreDots = ['gmail.com', 'googlemail.com']
const ignoreTags = [
  ...ignoreDots,
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'fastmail.com',
]

/** The mailbox behind an address: the ways in which providers let one person write theirs count as one. */
export function mailbox(address: string): string {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  const untagged = ignoreTags.includes(domain) ? local.replace(/\+.*$/, '') : local
  const plain = ignoreDots.includes(domain) ? untagged.replaceAll('.', '') : untagged
  return `${plain}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`
}
