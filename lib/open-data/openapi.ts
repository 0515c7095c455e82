import { z } from 'zod'
import { ActivityQuery } from '../agir/open-data/input'
import { CommentsQuery } from '../comments/reading/input'
import { InventoryQuery } from '../consultations/open-data/input'
import { ListQuery } from '../ideas/open-data/input'
import { type Licence, licences } from './licences'
import { schemas } from './schemas'

type Name = keyof typeof schemas
type Offers = Record<'ideas' | 'consultations' | 'activities', boolean>
type About = { title: string; server: string; licence: Licence }

/** The document that says what a program may ask of a city, made from the schemas that its answers are made of. */
export function openApiDocument({ title, server, licence }: About, has: Offers) {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description: 'Read without a key. Numbers are read from the rows. Dates are UTC instants.',
      license: licences[licence],
    },
    servers: [{ url: server }],
    paths: {
      ...onlyMe(),
      ...(has.ideas && pathsOf()),
      ...(has.consultations && consultationPaths()),
      ...(has.activities && activityPaths()),
    },
    components: {
      schemas: componentsOf(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'parvis.session',
          description: 'The cookie of a person signed in on this very host.',
        },
      },
    },
  }
}

function pathsOf() {
  return {
    '/api/v1/ideas': {
      get: reading('listIdeas', 'Ideas, in an order, page by page', 'IdeaPage', queryOf(ListQuery), [400]),
    },
    '/api/v1/ideas/{id}': {
      get: reading('findIdea', 'One idea, by its id or its slug', 'Idea', [idParameter], [404, 410]),
    },
    '/api/v1/ideas/{id}/comments': {
      get: reading(
        'listComments',
        'What is said of an idea, in the order of time',
        'CommentPage',
        [idParameter, ...queryOf(CommentsQuery)],
        [400, 404, 410],
      ),
    },
    '/api/v1/ideas/{id}/support': {
      put: supporting('support', 'Support an idea'),
      delete: supporting('takeBackSupport', 'Take a support back'),
    },
    '/api/v1/rules': {
      get: reading('listRules', 'Every set of rules the city has had', 'RuleSets', [], []),
    },
  }
}

/** What there is to ask of any city. */
function onlyMe() {
  return {
    '/api/v1/me': {
      get: {
        ...reading('me', 'Who is signed in, and how they stand to one idea', 'Me', [ideaParameter], []),
        security: [{ session: [] }],
      },
    },
  }
}

function activityPaths() {
  return {
    '/api/v1/activities': {
      get: reading(
        'listActivities',
        'What there is to do, the soonest first',
        'ActivityPage',
        queryOf(ActivityQuery),
        [400],
      ),
    },
  }
}

function consultationPaths() {
  return {
    '/api/v1/consultations': {
      get: reading(
        'listConsultations',
        'Every consultation of the city and its districts',
        'Inventory',
        queryOf(InventoryQuery),
        [400],
      ),
    },
    '/api/v1/consultations/{id}': {
      get: reading(
        'findConsultation',
        'One consultation, by its id or its slug',
        'Consultation',
        [idParameter],
        [404],
      ),
    },
  }
}

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const uuid = { type: 'string', format: 'uuid' }
const ideaParameter = { name: 'idea', in: 'query', required: false, schema: uuid }

function reading(
  operationId: string,
  summary: string,
  schema: Name,
  parameters: unknown[],
  failures: number[],
) {
  return {
    operationId,
    summary,
    parameters,
    responses: {
      200: { description: summary, headers: { ETag: { schema: { type: 'string' } } }, ...jsonOf(schema) },
      304: { description: 'What you hold is still right.' },
      ...problems(failures),
    },
  }
}

function supporting(operationId: string, summary: string) {
  return {
    operationId,
    summary,
    description: 'From a page of this host only. A repeated call answers the same and changes nothing.',
    security: [{ session: [] }],
    parameters: [idParameter],
    responses: {
      200: { description: 'Counted, or counted already.', ...jsonOf('Counted') },
      ...problems([401, 403, 404, 409, 429, 503]),
    },
  }
}

const meanings: Record<number, string> = {
  400: 'A parameter cannot be read.',
  401: 'Nobody is signed in.',
  403: 'A condition is missing; `missing` names it.',
  404: 'There is no such idea that everyone may read.',
  409: 'The collection is over.',
  410: 'It is no longer shown.',
  429: 'Too often; see Retry-After.',
  503: 'Away for a moment; see Retry-After.',
}

function problems(statuses: number[]) {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(statuses.map((status) => [status, { description: meanings[status], content }]))
}

function jsonOf(name: Name) {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } }
}

/** Each field of a query as a parameter of the address. */
function queryOf(query: z.ZodType) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' }) as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description && { description }),
    schema,
  }))
}

/** One schema of the document for each of ours; where one stands on another, it points at it. */
function componentsOf() {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}
