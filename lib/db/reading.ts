import { AsyncLocalStorage } from 'node:async_hooks'

// Next and the server around it each bundle this file: what one of them begins, the other must know of.
const key = Symbol.for('parvis.reading')
const shared = globalThis as { [key]?: AsyncLocalStorage<true> }
const storage = () => (shared[key] ??= new AsyncLocalStorage<true>())

/** Whatever is done within, now or later, changes no row: Postgres itself refuses. */
export const onlyReading = <Result>(work: () => Result): Result => storage().run(true, work)

export const isOnlyReading = (): boolean => storage().getStore() === true
