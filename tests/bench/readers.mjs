// Readers in a thread of their own: each connection asks for page after page and never waits. Written on bare sockets,
// because a client that parses every answer takes longer over a page than the server does, and would measure itself.
import { connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

const { port, host, paths, seconds, connections, pipelining } = workerData
const asks = paths.map((path) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\n\r\n`),
)
const headEnd = Buffer.from('\r\n\r\n')
const taken = []
let [asked, notOk, bytes] = [0, 0, 0]
const until = performance.now() + seconds * 1000

const began = performance.now()
await Promise.all(Array.from({ length: connections }, read))
const sorted = Float64Array.from(taken).sort()
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const perSecond = taken.length / ((performance.now() - began) / 1000)
parentPort.postMessage({ perSecond, p50: at(0.5), p99: at(0.99), answered: taken.length, notOk, bytes })

function read() {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const sentAt = []
    let [head, left] = [Buffer.alloc(0), 0]
    socket.on('error', reject).on('close', resolve)
    socket.on('connect', () => socket.write(Buffer.concat(Array.from({ length: pipelining }, ask))))
    socket.on('data', (chunk) => {
      bytes += chunk.length
      let [ended, from] = [0, 0]
      while (from < chunk.length) {
        if (left === 0) from = readHead(chunk, from)
        const some = Math.min(left, chunk.length - from)
        from += some
        left -= some
        if (left === 0 && head.length === 0) ended++
      }
      if (ended > 0) goOn(ended)
    })

    function ask() {
      sentAt.push(performance.now())
      return asks[asked++ % asks.length]
    }

    /** Where the body begins, or the end of the chunk when the rest of the head is still to come. */
    function readHead(chunk, from) {
      const before = head.length
      const seen = before ? Buffer.concat([head, chunk]) : chunk.subarray(from)
      const end = seen.indexOf(headEnd)
      if (end < 0) {
        head = Buffer.from(seen)
        return chunk.length
      }
      head = Buffer.alloc(0)
      const said = seen.latin1Slice(0, end)
      if (!said.startsWith('HTTP/1.1 200 ')) notOk++
      left = Number(/content-length: (\d+)/i.exec(said)?.[1])
      return from + end + headEnd.length - before
    }

    function goOn(ended) {
      const now = performance.now()
      for (const sent of sentAt.splice(0, ended)) taken.push(now - sent)
      if (now < until) socket.write(Buffer.concat(Array.from({ length: ended }, ask)))
      else if (sentAt.length === 0) socket.end()
    }
  })
}
