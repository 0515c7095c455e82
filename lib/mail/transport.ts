import 'server-only'
import nodemailer from 'nodemailer'
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js'

export type Envelope = {
  from: { name: string; address: string }
  to: { name: string; address: string }
  /** Where the answer of a mail server that refuses it later goes. */
  returnPath: string
  replyTo: string
  messageId: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
}

/** Letters that leave side by side. */
export const lanes = 5

const manners = {
  pool: true,
  maxConnections: lanes,
  maxMessages: 100_000,
  maxRequeues: 0,
  connectionTimeout: 5000,
  greetingTimeout: 5000,
  socketTimeout: 15_000,
  disableFileAccess: true,
  disableUrlAccess: true,
} as const

export type Line = { post: (letter: Envelope) => Promise<void>; close: () => void }

/**
 * A few connections to the mail server, kept for many letters. `post` throws when the server did not say that it has the
 * letter: whether to try again is decided by who knows what has been sent.
 */
export function openLine(): Line {
  const transport = nodemailer.createTransport({
    ...parseConnectionUrl(process.env.SMTP_URL ?? ''),
    ...manners,
  })
  transport.on('error', () => {})
  return {
    post: async ({ returnPath, ...letter }) => {
      await transport.sendMail({ ...letter, envelope: { from: returnPath, to: [letter.to.address] } })
    },
    close: () => transport.close(),
  }
}

type Failure = { code?: string; responseCode?: number; command?: string; message?: string }

/**
 * What a failed letter means: the mailbox is no more (`refused`), this letter will never be taken (`rejected`), the
 * server is not to be had at all now (`away`), or only this one has to wait (`later`).
 */
export function meaningOf(error: unknown): 'refused' | 'rejected' | 'away' | 'later' {
  const { responseCode = 0, command } = error as Failure
  if (responseCode >= 550 && responseCode <= 554) return command === 'RCPT TO' ? 'refused' : 'rejected'
  if (responseCode === 421 || command === 'CONN' || responseCode === 0) return 'away'
  return 'later'
}
