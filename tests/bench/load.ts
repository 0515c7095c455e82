import autocannon from 'autocannon'
import { request } from 'node:http'

export type Load = { perSecond: number; p50: number; p99: number; allOk: boolean; answered: number }

type Asked = {
  origin: string
  host: string
  paths: string[]
  seconds: number
  connections: number
  pipelining?: number
  /** In a thread of its own, so that who measures beside it is not held up by it. */
  apart?: boolean
}

/** As many requests as this machine answers, from connections that never wait. */
export async function load({
  origin,
  host,
  paths,
  seconds,
  connections,
  pipelining = 1,
  apart = false,
}: Asked): Promise<Load> {
  const result = await autocannon({
    url: origin,
    connections,
    pipelining,
    ...(apart ? { workers: 1 } : {}),
    duration: seconds,
    requests: paths.map((path) => ({ path, headers: { host, 'accept-encoding': 'gzip' } })),
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    allOk: result.non2xx === 0 && result.errors === 0,
    answered: result.requests.total,
  }
}

export type Asking = {
  method?: string
  port: number
  path: string
  headers: Record<string, string>
  body?: string
}

/** One request on a connection of its own name, as one visitor would make it. */
export function ask({ port, path, headers, method = 'GET', body }: Asking) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        )
      })
      sent.on('error', reject).end(body)
    },
  )
}
