export type Me = { name: string | null }

let asked: Promise<Me | null> | undefined

/** Who is reading, asked once for the whole page; null for a visitor, and when it cannot be told. */
export function askMe(): Promise<Me | null> {
  return (asked ??= fetch('/api/v1/me', { headers: { accept: 'application/json' } })
    .then((answer) => (answer.ok ? (answer.json() as Promise<{ person: Me | null }>) : { person: null }))
    .then(({ person }) => person)
    .catch(() => null))
}
