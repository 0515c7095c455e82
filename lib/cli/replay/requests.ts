import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export type Answer = { counted: boolean; count: number; threshold: number; reached: boolean }
export type Way = { port: number; host: string; origin: string; agent: Agent }

const mostTries = 30

/** One support given or taken back over HTTP, as a browser would. Asked again while the product says « later ». */
export async function askSupport(
  way: Way,
  ideaId: string,
  method: 'PUT' | 'DELETE',
  cookie: string,
): Promise<Answer> {
  for (let turn = 1; ; turn++) {
    const { status, later, body } = await once(way, `/api/v1/ideas/${ideaId}/support`, method, cookie).catch(
      (error: Error) => ({ status: 0, later: 1, body: error.message }),
    )
    if (status === 200) return JSON.parse(body) as Answer
    const worthAnother = status === 0 || status === 429 || status === 503
    if (!worthAnother || turn === mostTries)
      throw new Error(`${method} answered ${status || 'nothing'}: ${body}`)
    await pause(1000 * Math.min(later, 5))
  }
}

export function isAnswering(way: Way): Promise<boolean> {
  return once(way, '/healthz', 'GET', '').then(
    ({ status }) => status === 200,
    () => false,
  )
}

/** Node resolves no *.localhost: the host goes in the header, the connection to this machine. */
function once({ port, host, origin, agent }: Way, path: string, method: string, cookie: string) {
  const headers = { host, origin, cookie, 'content-length': '0' }
  return new Promise<{ status: number; later: number; body: string }>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent, timeout: 15_000 },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (body += chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            later: Number(response.headers['retry-after'] ?? 1),
            body,
          }),
        )
        response.on('error', reject)
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer within 15 seconds')))
    sent.on('error', reject)
    sent.end()
  })
}
