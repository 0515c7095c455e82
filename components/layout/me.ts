export type Me = { name: string | null; unread: number; asked?: true }
export type Standing = { id: string; supported: boolean; following: boolean; own: boolean }
/** Which comments of this idea are the reader's, and what they thought of the others. */
export type Marks = { own: string[]; useful: string[]; useless: string[] }
type Answer = { person: Me | null; idea?: Standing & { comments?: Marks } }

let asked: Promise<Answer> | undefined

/** Who is reading, asked once for the whole page; null for a visitor, and when it cannot be told. */
export const askMe = () => ask().then(({ person }) => person)

/** How the reader stands to the idea that this page is about, by the same one call. */
export const askStanding = () => ask().then(({ idea }) => idea ?? null)

export const askMarks = () => ask().then(({ idea }) => idea?.comments ?? null)

function ask(): Promise<Answer> {
  return (asked ??= fetch(`/api/v1/me${aboutIdea()}`, { headers: { accept: 'application/json' } })
    .then((answer) => (answer.ok ? (answer.json() as Promise<Answer>) : { person: null }))
    .catch(() => ({ person: null })))
}

function aboutIdea(): string {
  const idea = document.querySelector<HTMLElement>('[data-about-idea]')?.dataset.aboutIdea
  return idea ? `?idea=${idea}` : ''
}
