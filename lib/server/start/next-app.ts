import { existsSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import createNext from 'next'

const built = '.next/required-server-files.json'

/** Next itself, ready to answer. What was built knows its configuration: the file next.config.ts is not read again. */
export async function startNext(httpServer: Server, { dev }: { dev: boolean }) {
  if (!dev && existsSync(built)) {
    const { config } = JSON.parse(readFileSync(built, 'utf8')) as { config: unknown }
    process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
  }
  // After a form that redirects, Next asks this process for the next page, by this name and port.
  const own = { hostname: 'localhost', port: Number(process.env.PORT) }
  // It also takes whatever offers to change protocol, and answers only its own of development: nobody offers it any here.
  const offers = dev ? httpServer : createServer()
  const app = createNext({ dev, httpServer: offers, quiet: !dev, ...own })
  await app.prepare()
  const renderNext: RequestListener = (request, response) => void app.getRequestHandler()(request, response)
  return { renderNext, close: () => app.close() }
}
