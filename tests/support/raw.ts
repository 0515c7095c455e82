import { once } from 'node:events'
import { connect } from 'node:net'

export type Answer = { status: number; head: string; headers: Record<string, string>; body: string }

/** Sends these very lines and reads the one answer, as no client library would let one. */
export async function askRaw(port: number, sent: string, body = ''): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  const lines = [
    ...sent
      .trim()
      .split('\n')
      .map((line) => line.trim()),
    'Connection: close',
    '',
    body,
  ]
  socket.write(lines.join('\r\n'))
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return read(Buffer.concat(chunks).toString())
}

function read(raw: string): Answer {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => [line.split(':')[0]!.toLowerCase(), line.slice(line.indexOf(':') + 2)])
  return {
    status: Number(first.split(' ')[1]),
    head,
    headers: Object.fromEntries(headers),
    body: rest.join('\r\n\r\n'),
  }
}
