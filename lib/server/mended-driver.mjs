// postgres 3.4.9 writes to a connection that has just been lost from a callback that nothing can catch, and the whole
// process ends (porsager/postgres issue 1208). Until a version that does not is out, its file is mended as it is loaded:
// the query fails as any other on a lost connection does. Nothing on disk is changed; a version whose text is another
// stops the start, so that this is looked at again.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const file = /\/node_modules\/postgres\/(cjs\/)?src\/connection\.js$/
const found = '  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)'
const mended = `  function nextWrite(fn) {
    if (!socket) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)`

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!file.test(url)) return loaded
    const source = String(loaded.source ?? readFileSync(fileURLToPath(url), 'utf8'))
    if (!source.includes(found))
      throw new Error('lib/server/mended-driver.mjs does not know this version of postgres')
    return { ...loaded, source: source.replace(found, mended), shortCircuit: true }
  },
})
