export type Appearance = 'system' | 'light' | 'dark'

const key = 'appearance'
const changed = 'appearance-changed'

/** Runs before anything is painted, so that a choice made earlier never flashes. Kept short: every page carries it. */
export const beforePaint = `try{let a=localStorage.${key};if(a==='light'||a==='dark')document.documentElement.dataset.scheme=a}catch{}`

export function chosenAppearance(): Appearance {
  const { scheme } = document.documentElement.dataset
  return scheme === 'light' || scheme === 'dark' ? scheme : 'system'
}

export function chooseAppearance(choice: Appearance): void {
  const page = document.documentElement
  if (choice === 'system') delete page.dataset.scheme
  else page.dataset.scheme = choice
  try {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
  page.dispatchEvent(new Event(changed))
}

export function onAppearanceChange(tell: () => void): () => void {
  document.documentElement.addEventListener(changed, tell)
  return () => document.documentElement.removeEventListener(changed, tell)
}
