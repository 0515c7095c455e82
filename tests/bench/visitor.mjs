// One visitor in a process of its own: asks, waits for the answer, rests, asks again. It is told what, and tells how long.
import { Agent, request } from 'node:http'

const { port, rest } = JSON.parse(process.argv[2])
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

process.on('message', async (asks) => {
  const taken = []
  const statuses = {}
  for (const ask of asks) {
    const began = performance.now()
    const status = await answered(ask)
    taken.push(performance.now() - began)
    statuses[status] = (statuses[status] ?? 0) + 1
    await new Promise((resolve) => setTimeout(resolve, rest))
  }
  process.send({ taken, statuses })
})

function answered({ method, path, headers }) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject).end()
  })
}
