// One visitor in a thread of its own, so that whoever makes the crowd does not slow down who measures beside it.
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const { port, asks, rest } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const taken = []
const statuses = {}

for (const ask of asks) {
  const began = performance.now()
  const status = await answered(ask)
  taken.push(performance.now() - began)
  statuses[status] = (statuses[status] ?? 0) + 1
  await new Promise((resolve) => setTimeout(resolve, rest))
}
parentPort.postMessage({ taken, statuses })

function answered({ method, path, headers }) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject).end()
  })
}
