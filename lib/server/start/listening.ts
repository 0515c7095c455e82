import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start'

export type Door = {
  server: Server
  open: (listener: RequestListener) => void
  close: (isHurried: () => boolean) => Promise<void>
}

const patience = 5500
const hurriedPatience = 300

/** Takes the port at once, so that a taken one is told before anything else is done; answers once it is open. */
export async function takePort(port: number, host: string | undefined): Promise<Door> {
  const underWay = new Set<ServerResponse>()
  let listener: RequestListener = (_, response) => response.writeHead(503, { 'retry-after': '2' }).end()
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 })
  server.on('request', (request, response) => {
    if (!server.listening) response.setHeader('connection', 'close')
    underWay.add(response)
    response.on('close', () => underWay.delete(response))
    listener(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(told(error, port)))
    server.listen({ port, host }, resolve)
  })
  return {
    server,
    open: (next) => void (listener = next),
    close: (isHurried) => drain(server, underWay, isHurried),
  }
}

function told(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new CannotStart(`PORT: ${port} is taken by another program; set another PORT.`)
  if (error.code === 'EACCES')
    return new CannotStart(`PORT: ${port} may not be used by this account; set another PORT.`)
  if (error.code === 'EADDRNOTAVAIL') return new CannotStart('HOST: this machine has no such address.')
  return error
}

/** Takes no more, tells each connection that it ends, and waits for what is under way. */
async function drain(server: Server, underWay: Set<ServerResponse>, isHurried: () => boolean) {
  server.close()
  for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close')
  const began = performance.now()
  while (underWay.size > 0 && performance.now() - began < (isHurried() ? hurriedPatience : patience)) {
    server.closeIdleConnections()
    await pause(20)
  }
  server.closeAllConnections()
}
