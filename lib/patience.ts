/** The work's result, or 'away' when it takes longer than a person should be kept waiting. It is not stopped. */
export function withinPatience<Value>(work: Promise<Value>, patience = 2500): Promise<Value | 'away'> {
  let timer: NodeJS.Timeout
  const late = new Promise<'away'>((resolve) => (timer = setTimeout(resolve, patience, 'away')))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
