import ts from 'typescript'
import { sources } from './sources'

type Messages = { [key: string]: string | Messages }

/** `{ site: { home: '…' } }` → `['site.home', '…']`. */
export function sentencesOf(messages: Messages, prefix = ''): [key: string, sentence: string][] {
  return Object.entries(messages).flatMap(([key, value]) => {
    const path = prefix ? `${prefix}.${key}` : key
    return typeof value === 'string' ? [[path, value] as [string, string]] : sentencesOf(value, path)
  })
}

/** A file that is handed its `t` may ask below any part that some file names. */
const everywhere = [
  ...new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/Translations\('([\w.]+)'/g)].map((match) => match[1]!)),
  ),
]

/** What a file may ask for: below which parts of the messages, and by which names. `*` stands for what is put in later. */
type Asking = { parts: string[]; names: string[] }

const asking = sources
  .filter(({ path }) => !path.startsWith('drizzle/'))
  .map(({ path, text }) => readAsking(path, text))
const anyName = asking
  .flatMap(({ names }) => names)
  .filter((name) => !name.includes('*') && /^[\w.]+$/.test(name))

/** Every key that no code can be asking for. */
export function unusedAmong(keys: string[]): string[] {
  const asked = asking.filter(({ parts }) => parts.length > 0).map(matcher)
  return keys.filter((key) => !asked.some((matches) => matches(key)))
}

function matcher({ parts, names }: Asking): (key: string) => boolean {
  const plain = new Set(names.filter((name) => !name.includes('*')))
  const patterns = names.filter((name) => name.includes('*') && name !== '*').map(asPattern)
  const others = names.includes('*') ? new Set(anyName) : new Set<string>()
  return (key) =>
    parts.some((part) => {
      if (part !== '' && !key.startsWith(`${part}.`)) return false
      const rest = part === '' ? key : key.slice(part.length + 1)
      return plain.has(rest) || others.has(rest) || patterns.some((pattern) => pattern.test(rest))
    })
}

function asPattern(name: string): RegExp {
  const escaped = name.split('*').map((piece) => piece.replace(/[.[\]()^$|?+\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.+')}$`)
}

function readAsking(path: string, text: string): Asking {
  const parts = [...text.matchAll(/(?:Translations\(|wordsIn\(|namespace: )'([\w.]+)'/g)].map(
    (match) => match[1]!,
  )
  const whole = [...text.matchAll(/messagesFor\([^)]*\)\)?\.(\w+)/g)].map((match) => match[1]!)
  const names: string[] = []
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  const isHanded = /\bt: |\bt, |[({] ?t[,:)]/.test(text) && parts.length === 0
  const everyPart = isHanded || /Translations\(\)/.test(text)
  if (whole.length > 0) names.push('**')
  return { parts: [...new Set([...parts, ...whole, ...(everyPart ? everywhere : [])])], names }

  function visit(node: ts.Node) {
    if (ts.isStringLiteralLike(node)) names.push(node.text)
    else if (ts.isTemplateExpression(node)) {
      names.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('*'))
    } else if (ts.isCallExpression(node) && isDynamic(node)) names.push('*')
    if (ts.isPropertyAssignment(node) || ts.isBindingElement(node)) names.push(node.name.getText())
    ts.forEachChild(node, visit)
  }
}

/** `t(state)`: the name of the sentence comes from elsewhere. */
function isDynamic({ expression, arguments: [first] }: ts.CallExpression): boolean {
  const isAsking = /^(t|t[A-Z]\w*|say|\w+\.(rich|markup|raw|has))$/.test(expression.getText())
  return isAsking && first !== undefined && !ts.isStringLiteralLike(first) && !ts.isTemplateExpression(first)
}
