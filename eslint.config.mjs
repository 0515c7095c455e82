import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const banned = (selector, message) => ({ selector, message })

const everywhere = [
  banned(
    "CallExpression[callee.object.name='sql'][callee.property.name='raw']",
    'Values are parameters, never text.',
  ),
  banned("JSXAttribute[name.name='dangerouslySetInnerHTML']", 'Show text, never markup from a string.'),
]
const styled = banned(
  "JSXAttribute[name.name='style']",
  'The policy of the pages allows no style attribute: use a class.',
)
const unsafe = banned(
  "CallExpression[callee.property.name='unsafe']",
  'Only the migrations and owner tools run raw SQL.',
)

export default [
  { ignores: ['.next/**', 'build/**', 'node_modules/**', 'next-env.d.ts', '.data*/**', 'test-results/**'] },
  ...next,
  ...typescript,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-img-element': 'off',
      '@next/next/no-location-assign-relative-destination': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'import/no-anonymous-default-export': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-syntax': ['error', ...everywhere, styled, unsafe],
    },
  },
  {
    files: ['lib/db/{administration,migrate,whole-city}.ts', 'tests/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, styled] },
  },
  // Mail programs read no style sheet.
  { files: ['lib/mail/*.tsx'], rules: { 'no-restricted-syntax': ['error', ...everywhere, unsafe] } },
  // Pages that Next has no part in.
  { files: ['lib/{mail,server/demo,server/front}/*.tsx'], rules: { '@next/next/no-head-element': 'off' } },
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
]
