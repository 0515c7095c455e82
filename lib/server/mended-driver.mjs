// postgres 3.4.9 writes to a connection that has just been lost from a callback that nothing can catch, and the whole
// process ends (porsager/postgres issue 1208). Nor does it ask for short messages to be sent at once, so that what is
// copied in waits 40 ms at each end for an answer that Postgres has no reason to give. And it stops listening while what is
// copied out waits to be read, for good where that was the end of it: what is asked next is never answered. A connection
// given up in the middle of its work is said goodbye to, and never shut where nobody reads it any more: Postgres waits for
// ever to be rid of its answer, and keeps what it sees. Until a version that does none of this is out, its file is mended as
// it is loaded. Nothing on disk is changed; a version whose text is another stops the start, so that this is looked at again.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const file = /\/node_modules\/postgres\/(cjs\/)?src\/connection\.js$/
const written = '  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)'
const connected = '      keep_alive && socket.setKeepAlive &&'
const copied = '    stream = new Stream.Readable({\n      read() { socket.resume() }\n    })'
const cut = `    if (stream || query || initial || sent.length)
      error(Errors.connection('CONNECTION_DESTROYED', options))`
const shut = `socket.readyState === 'open' && socket.end(b().X().end())`
const mends = [
  [cut, `    const isCut = stream || query || initial || sent.length\n${cut}`],
  [shut, `isCut ? socket.destroy() : ${shut}`],
  [
    written,
    `  function nextWrite(fn) {
    if (!socket) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)`,
  ],
  [
    copied,
    `    stream = new Stream.Readable({
      read() { socket && socket.resume() },
      destroy(error, done) {
        socket && socket.resume()
        done(error)
      }
    })`,
  ],
  [connected, `      socket.setNoDelay && socket.setNoDelay(true)\n${connected}`],
]

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!file.test(url)) return loaded
    const source = String(loaded.source ?? readFileSync(fileURLToPath(url), 'utf8'))
    if (!mends.every(([found]) => source.includes(found)))
      throw new Error('lib/server/mended-driver.mjs does not know this version of postgres')
    const mended = mends.reduce((text, [found, put]) => text.replace(found, put), source)
    return { ...loaded, source: mended, shortCircuit: true }
  },
})
