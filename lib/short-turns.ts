type Work = () => void

/**
 * Short work of all cities in turns of a few, one thing of each city at a time, and then whatever else this process was
 * asked goes first. A crowd's requests arrive in one gulp; without this a page of another city waits for all of them. The
 * first thing a city wants in a turn is done at once: a city without a crowd does not wait at all.
 */
export function shortTurns(few: number): (city: string, work: Work) => void {
  const lines = new Map<string, Work[]>()
  const served = new Set<string>()
  let isComing = false

  return (city, work) => {
    come()
    const line = lines.get(city)
    if (line) line.push(work)
    else if (served.has(city)) lines.set(city, [work])
    else {
      served.add(city)
      work()
    }
  }

  function come(): void {
    if (isComing) return
    isComing = true
    setImmediate(serve)
  }

  function serve(): void {
    isComing = false
    served.clear()
    for (let done = 0; done < few && lines.size > 0; done++) serveNext()
    if (lines.size > 0) come()
  }

  /** The city that has waited longest; if it has more, it goes to the end. */
  function serveNext(): void {
    const [city, line] = lines.entries().next().value!
    lines.delete(city)
    const work = line.shift()
    if (line.length > 0) lines.set(city, line)
    work?.()
  }
}
