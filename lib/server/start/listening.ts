import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start'

export type Door = {
  server: Server
  open: (listener: RequestListener) => void
  close: (isHurried: () => boolean) => Promise<void>
}

/**
 * How many answers are owed, and the newest on each connection. No set of answers: what comes and goes thousands of times
 * a second leaves old tables behind that keep it in memory until all of memory is swept.
 */
type UnderWay = { count: number; last: Map<Socket, ServerResponse> }

const patience = 5500
const hurriedPatience = 300

/** Takes the port at once, so that a taken one is told before anything else is done; answers once it is open. */
export async function takePort(port: number, host: string | undefined): Promise<Door> {
  const underWay: UnderWay = { count: 0, last: new Map() }
  const ended = () => void underWay.count--
  let listener: RequestListener = (_, response) => response.writeHead(503, { 'retry-after': '2' }).end()
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 })
  server.on('connection', (socket) => socket.once('close', () => underWay.last.delete(socket)))
  server.on('request', (request, response) => {
    if (!server.listening) response.setHeader('connection', 'close')
    underWay.count++
    underWay.last.set(request.socket, response)
    response.on('close', ended)
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
async function drain(server: Server, underWay: UnderWay, isHurried: () => boolean) {
  server.close()
  for (const response of underWay.last.values())
    if (!response.headersSent) response.setHeader('connection', 'close')
  const began = performance.now()
  while (underWay.count > 0 && performance.now() - began < (isHurried() ? hurriedPatience : patience)) {
    server.closeIdleConnections()
    await pause(20)
  }
  server.closeAllConnections()
}
