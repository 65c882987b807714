// A client of the GraphQL door, on types and documents made by graphql-codegen.
import { equal, ok } from 'node:assert/strict';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { IsItATrendDocument, KnownThenDocument, RenewablesDocument, TrendDirection, type KnownFragment, type RenewablesQuery } from './generated/graphql.js';

const [baseUrl = 'http://localhost:5080'] = process.argv.slice(2);

async function ask<Answer, Variables>(document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  const response = await fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Answer; errors?: { message: string }[] };
  if (!data || errors) throw new Error(errors?.map(error => error.message).join('\n') ?? response.statusText);
  return data;
}

const known: KnownFragment[] = [];
let after: string | null = null;
do {
  const { observations }: RenewablesQuery = await ask(RenewablesDocument, { after });
  known.push(...observations.nodes);
  after = observations.pageInfo.hasNextPage ? observations.pageInfo.endCursor ?? null : null;
} while (after);
equal(known.length, 18);
equal(known.find(o => o.period === '2015')?.value, 72.25);

const then = await ask(KnownThenDocument, { asOf: '2019-06-01T00:00:00Z' });
ok(then.series?.areas.nodes.every(node => (node.latest?.recordedAt ?? '') < '2019-06-01'));

const { trend } = await ask(IsItATrendDocument, { area: 'KEN' });
equal(trend?.direction, TrendDirection.Decreasing);

console.log(`${known.length} observations over pages of 10, what was known in June 2019, a trend by its direction`);
