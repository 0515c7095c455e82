import 'server-only'
import nodemailer, { type Transporter } from 'nodemailer'

const key = Symbol.for('parvis.mail')
const shared = globalThis as { [key]?: Transporter }

export type Envelope = {
  from: { name: string; address: string }
  to: { name: string; address: string }
  replyTo: string
  messageId: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
}

/** Hands one letter to the mail server. Throws when it did not say that it has it. */
export async function post(letter: Envelope): Promise<void> {
  shared[key] ??= nodemailer.createTransport(process.env.SMTP_URL ?? '', {
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  await shared[key].sendMail({ ...letter, envelope: { from: letter.from.address, to: [letter.to.address] } })
}

/** Whether trying again is useless: the server knows this address and will never take a letter for it. */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string }
  return command === 'RCPT TO' && responseCode !== undefined && responseCode >= 550 && responseCode <= 554
}
