type Step = (isHurried: () => boolean) => unknown

const longest = 9_500

/**
 * Ends the process when it is told to: each step in turn, all within ten seconds. A second signal hurries; the parent's
 * end counts as a signal.
 */
export function endOnSignal(steps: Step[]): void {
  let toldAt = 0
  let hurried = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, told)

  function told() {
    if (toldAt === 0) {
      toldAt = performance.now()
      void end()
    } else if (performance.now() - toldAt > 400) hurried = true
  }

  async function end() {
    setTimeout(() => process.exit(1), longest).unref()
    let failed = false
    for (const step of steps) {
      await Promise.resolve(step(() => hurried)).catch((error) => {
        failed = true
        console.error(error)
      })
    }
    process.exit(failed ? 1 : 0)
  }
}
