import type { IncomingMessage, ServerResponse } from 'node:http'
import { isDatabaseAwake } from '../../db'
import { send } from './answer'

/** `/healthz`: this process answers. `/readyz`: and its database does. On any host; nothing of any city in either. */
export async function answerHealth({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
  const isReady = url === '/healthz' || (await within(2000, isDatabaseAwake()))
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  if (isReady) send(response, 200, headers, '{"status":"ok"}')
  else send(response, 503, { ...headers, 'retry-after': '5' }, '{"status":"database away"}')
}

export const isHealth = (url: string | undefined) => url === '/healthz' || url === '/readyz'

function within(milliseconds: number, answer: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, milliseconds, false).unref())
  return Promise.race([answer, late])
}
