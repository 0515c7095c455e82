import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type Mood = 'kind' | 'busy' | 'refusing' | 'cutting'
export type Received = Email & { recipients: string[]; raw: string }

/** A mail server whose mood can be changed. `cutting`: it takes the letter, then hangs up before saying so. */
export async function aMailServer() {
  const received: Received[] = []
  let mood: Mood = 'kind'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect: (_session, done) => done(mood === 'busy' ? saying(421, 'try later') : null),
    onRcptTo: (_address, _session, done) => done(mood === 'refusing' ? saying(550, 'no such mailbox') : null),
    onData: async (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part as Buffer)
      const bytes = Buffer.concat(parts)
      const recipients = envelope.rcptTo.map(({ address }) => address)
      received.push({ ...(await PostalMime.parse(bytes)), recipients, raw: bytes.toString() })
      if (mood === 'cutting') for (const connection of server.connections) connection.close()
      else done()
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    be: (next: Mood) => void (mood = next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function saying(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
