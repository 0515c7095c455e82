/** Markdown as the text one would have read: the marks go, what they mark stays, and a link says where it leads. */
export function unmarked(text: string): string {
  return text
    .replace(/!\[[^\]\n]{0,300}\]\([^)\s]{0,1000}\)/g, '')
    .replace(/\[([^\]\n]{1,300})\]\((https?:[^)\s]{1,1000})[^)\n]{0,300}\)/g, linked)
    .replace(/^#{1,6} +/gm, '')
    .replace(/^( *)[*+] +/gm, '$1- ')
    .replace(/(\*\*|__)(?=\S)([^\n]{0,500}?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_*])([_*])(?=\S)([^\n_*]{0,500}[^\s_*])\1(?![\p{L}\p{N}_*])/gu, '$2')
    .replaceAll('**', '')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1')
    .replace(/ {2,}$/gm, '')
}

const linked = (_whole: string, said: string, href: string) => (said === href ? href : `${said} (${href})`)
