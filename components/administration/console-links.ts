import { type ConsolePage, consolePages } from './console-pages'

/** Whether the console has a page at this address. */
export function isInConsole(address: string): boolean {
  const [path] = address.split('?')
  return (consolePages as readonly ConsolePage[]).some((page) => `/administration${page.path}` === path)
}
