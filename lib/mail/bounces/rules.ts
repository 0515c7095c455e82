/** A letter that came back for good, in the words of the server that would not have it. */
export type Bounce = { status: string; reason: string }

const longest = 20_000

/** Reads a delivery report (RFC 3464). Null when it says anything but that a mailbox takes this letter never. */
export function bounceIn(report: string): Bounce | null {
  const fields = report
    .slice(0, longest)
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
  const action = fieldOf(fields, 'Action')
  const status = /^5\.\d{1,3}\.\d{1,3}/.exec(fieldOf(fields, 'Status'))?.[0]
  if (action.toLowerCase() !== 'failed' || !status) return null
  const said = fieldOf(fields, 'Diagnostic-Code').replace(/^smtp;\s*/i, '')
  return { status, reason: (said || status).slice(0, 300) }
}

/** Whether it is the mailbox that is no more, rather than this one letter that was not wanted. */
export function isAboutMailbox({ status }: Bounce): boolean {
  return /^5\.[12]\./.test(status)
}

function fieldOf(fields: string, name: string): string {
  const line = fields.split('\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}
