// A client of the REST door as a user would write it, on types made by openapi-typescript.
import { equal, match, ok } from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { components, paths } from './generated/openapi.js';

type Observation = components['schemas']['Observation'];
type Problem = components['schemas']['Problem'];

const [baseUrl = 'http://localhost:5080', key = ''] = process.argv.slice(2);

const client = createClient<paths, 'application/json' | 'application/problem+json'>({
  baseUrl,
  // Lists are separated by commas; dimensions are parameters of their own: dim.SEX=FEMALE.
  querySerializer: { array: { style: 'form', explode: false }, object: { style: 'form', explode: true } },
});

/** What a caller catches: the refusal, by its type. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.type}: ${problem.detail}`);
  }
}

/** Page by page; each page has the cursor of the next. */
async function* observations(series: string, area: string): AsyncGenerator<Observation> {
  let cursor: string | null | undefined;
  do {
    const { data, error } = await client.GET('/v1/observations', {
      params: { query: { series: [series], area: [area], limit: 10, dim: { 'dim.REPORTING_TYPE': 'G' }, ...(cursor ? { cursor } : {}) } },
    });
    if (error) throw new Refused(error);
    if (!('items' in data)) throw new Error('That is the size of the answer, not the answer.');
    yield* data.items;
    cursor = data.next;
  } while (cursor);
}

async function register(id: string, idempotencyKey: string) {
  return client.POST('/v1/datasets', {
    params: { header: { 'Idempotency-Key': idempotencyKey } },
    headers: { Authorization: `Bearer ${key}` },
    body: { id, title: 'Of a client', sourceKind: 'officialStatistics', licence: 'CC BY 4.0', redistribution: 'open', handling: 'public' },
  });
}

const periods = new Map<string, number | null | undefined>();
for await (const observation of observations('EG_FEC_RNEW', 'KEN')) periods.set(observation.period, observation.value);
// UNSD's release of October 2020: 2000 to 2017, 72.25 % in 2015.
equal(periods.size, 18);
equal(periods.get('2015'), 72.25);

const missing = await client.GET('/v1/areas/{code}', { params: { path: { code: 'KEM' } } });
equal(missing.response.status, 404);
equal(missing.error?.type, 'not-found');
match(missing.response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);

const name = `client-${process.pid}`;
const first = await register(name, `key-of-${name}`);
const again = await register(name, `key-of-${name}`);
const other = await register(`${name}-b`, `key-of-${name}`);
equal(first.response.status, 201);
equal(again.response.status, 201);
equal(again.data?.createdAt, first.data?.createdAt);
equal(other.error?.type, 'idempotency-key-reused');
ok(first.data?.latestVersion === null);

console.log(`${periods.size} observations over pages of 10, a problem by its type, one write sent twice`);
