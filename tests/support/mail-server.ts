import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

type Mood = 'kind' | 'busy' | 'mute' | 'refusing' | 'cutting' | 'slow' | 'full'
export type Received = Email & { recipients: string[]; raw: string }

/**
 * A mail server whose mood can be changed. `mute`: it says nothing to who comes; `cutting`: it
 * takes the letter, then hangs up before saying so.
 */
export async function aMailServer() {
  const received: Received[] = []
  let mood: Mood = 'kind'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect: (_session, done) => {
      if (mood !== 'mute') done(mood === 'busy' ? saying(421, 'try later') : null)
    },
    onRcptTo: ({ address }, _session, done) => {
      if (mood === 'refusing') return done(saying(550, `5.1.1 <${address}> no such mailbox`))
      done(mood === 'full' ? saying(452, '4.2.2 mailbox full') : null)
    },
    onData: async (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part as Buffer)
      const bytes = Buffer.concat(parts)
      const recipients = envelope.rcptTo.map(({ address }) => address)
      if (mood === 'slow') await pause(400)
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
