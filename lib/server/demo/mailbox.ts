import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Message = {
  id: string
  receivedAt: string
  messageId: string
  from: string
  fromName: string
  to: string[]
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

const most = 500
const longest = 2_000_000

/** A mail server on this machine alone that keeps what it is sent, for the demo's letters to be read. */
export async function openMailbox(dataDir: string) {
  const messages: Message[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: longest,
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      readAll(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((email) => {
          messages.unshift(
            messageFrom(
              email,
              envelope.rcptTo.map(({ address }) => address),
            ),
          )
          messages.splice(most)
          done()
        }, done)
    },
  })
  server.on('error', (error) => console.error('mailbox', error.message))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  writeFileSync(join(dataDir, 'mailbox-address'), url, { mode: 0o600 })
  return { url, messages, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

let count = 0

function messageFrom({ headers, from, subject, html, text, messageId }: Email, to: string[]): Message {
  return {
    id: String(++count),
    receivedAt: new Date().toISOString(),
    messageId: messageId ?? '',
    from: from?.address ?? '',
    fromName: from?.name ?? '',
    to,
    subject: subject ?? '',
    text: text ?? '',
    html: html ?? '',
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
  }
}
