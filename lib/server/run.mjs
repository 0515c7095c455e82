// `node lib/server/run.mjs <entry>`: runs lib/cli/<entry>.ts, bundled into build/ when its sources changed.
import { chdir } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle, bundleAll } from './bundle.mjs'
import './mended-driver.mjs'
import { tellErrorsBySource } from './traces.mjs'

chdir(fileURLToPath(new URL('../..', import.meta.url)))
const [entry] = process.argv.splice(2, 1)
if (entry === 'start' || entry === 'worker') tellErrorsBySource()
else process.setSourceMapsEnabled(true)
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.NODE_ENV ??= entry === 'dev' ? 'development' : 'production'

if (entry === 'dev') await (await import('./watch.mjs')).watch()
else await run()

async function run() {
  const file = await bundle(entry).catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
  await import(pathToFileURL(file).href)
  if (entry === 'build') await bundleAll()
}
