import { once } from 'node:events'
import { request } from 'node:http'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'

export type Load = { perSecond: number; p50: number; p99: number; allOk: boolean; answered: number }

type Asked = {
  port: number
  host: string
  paths: string[]
  seconds: number
  connections: number
  /** How many pages each connection has asked for before the first is there. */
  pipelining?: number
}

/** As many pages as this machine answers, to connections that never wait. */
export async function load({ pipelining = 1, ...asked }: Asked): Promise<Load> {
  const readers = new Worker(resolve('tests/bench/readers.mjs'), { workerData: { ...asked, pipelining } })
  const [{ notOk, ...run }] = (await once(readers, 'message')) as [Omit<Load, 'allOk'> & { notOk: number }]
  return { ...run, allOk: notOk === 0 }
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
